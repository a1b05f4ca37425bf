package fr.juliu.telegram;

import fr.juliu.chat.Chat;
import fr.juliu.chat.Person;
import fr.juliu.chat.Rights;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberOwner;

/** What people may do in a group, as Telegram says; an admin who writes in the name of his group may do all. */
final class TelegramRights implements Rights {

    private static final Logger LOG = LoggerFactory.getLogger(TelegramRights.class);

    private final BotQueries api;
    private final Supplier<Optional<Self>> self;

    /**
     * Rights in groups.
     *
     * @param self the bot, once it is known
     */
    TelegramRights(BotQueries api, Supplier<Optional<Self>> self) {
        this.api = api;
        this.self = self;
    }

    @Override
    public Told of(Chat group, Person person) {
        if (person.anonymous()) {
            return person.id().equals(group.id()) ? Standing.ALL : Standing.NONE;
        }
        long user = Addresses.idOf(person.id());
        if (user < 0) {
            // whoever writes as a channel has none, whatever he may do as himself
            return Standing.NONE;
        }
        try {
            return standing(member(group, user));
        } catch (BotApiException e) {
            return e.isAboutTheQuestion() ? notTold(group) : Untold.NOT_REACHED;
        }
    }

    @Override
    public Told ofBot(Chat group) {
        Optional<Self> bot = self.get();
        try {
            return bot.isEmpty() ? Untold.NOT_REACHED : standing(member(group, bot.get().id()));
        } catch (BotApiException e) {
            return e.isAboutTheQuestion() ? Standing.NONE : Untold.NOT_REACHED;
        }
    }

    /** Asked of Telegram each time: privacy mode may have been switched meanwhile. */
    @Override
    public Optional<Presence> presence(Chat group) {
        return self.get().flatMap(bot -> {
            try {
                boolean reads = Boolean.TRUE.equals(api.call(new GetMe(), User.class).getCanReadAllGroupMessages());
                return Optional.of(switch (member(group, bot.id())) {
                    case ChatMemberOwner owner -> new Presence(true, true, true);
                    case ChatMemberAdministrator admin ->
                        new Presence(true, Boolean.TRUE.equals(admin.getCanPinMessages()), true);
                    case null, default -> new Presence(false, false, reads);
                });
            } catch (BotApiException e) {
                LOG.warn("Telegram does not tell what the bot is in a group ({})", e.getMessage());
                return Optional.empty();
            }
        });
    }

    /** Why Telegram refuses to tell: of others it tells administrators for certain, and the rest only perhaps. */
    private Told notTold(Chat group) {
        Optional<Self> bot = self.get();
        try {
            return bot.isPresent() && member(group, bot.get().id()) instanceof ChatMemberAdministrator
                    ? Standing.NONE
                    : Untold.BOT_IS_NO_ADMIN;
        } catch (BotApiException e) {
            return e.isAboutTheQuestion() ? Untold.BOT_IS_NO_ADMIN : Untold.NOT_REACHED;
        }
    }

    private @Nullable ChatMember member(Chat group, long user) throws BotApiException {
        try {
            return api.call(GetChatMember.builder().chatId(Addresses.idOf(group.id())).userId(user).build(),
                    ChatMember.class);
        } catch (BotApiException e) {
            LOG.warn("Telegram does not tell somebody's rights in a group ({})", e.getMessage());
            throw e;
        }
    }

    private static Standing standing(@Nullable ChatMember member) {
        return switch (member) {
            case ChatMemberOwner owner -> new Standing(true, true, Boolean.TRUE.equals(owner.getIsAnonymous()));
            case ChatMemberAdministrator admin -> new Standing(Boolean.TRUE.equals(admin.getCanPinMessages()),
                    Boolean.TRUE.equals(admin.getCanChangeInfo()), Boolean.TRUE.equals(admin.getIsAnonymous()));
            case null, default -> Standing.NONE;
        };
    }
}
