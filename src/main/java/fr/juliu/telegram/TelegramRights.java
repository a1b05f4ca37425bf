package fr.juliu.telegram;

import fr.juliu.chat.Chat;
import fr.juliu.chat.Person;
import fr.juliu.chat.Rights;
import java.util.Optional;
import java.util.function.Supplier;
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
    public Optional<Standing> of(Chat group, Person person) {
        if (person.anonymous()) {
            return Optional.of(person.id().equals(group.id()) ? Standing.ALL : Standing.NONE);
        }
        long user = Addresses.idOf(person.id());
        // whoever writes as a channel has none, whatever he may do as himself
        return user < 0 ? Optional.of(Standing.NONE) : standing(group, user);
    }

    @Override
    public Optional<Standing> ofBot(Chat group) {
        return self.get().flatMap(bot -> standing(group, bot.id()));
    }

    /** Asked of Telegram each time: privacy mode may have been switched meanwhile. */
    @Override
    public Optional<Presence> presence(Chat group) {
        return self.get().flatMap(bot -> {
            try {
                boolean reads = Boolean.TRUE.equals(api.call(new GetMe(), User.class).getCanReadAllGroupMessages());
                return Optional.of(switch (api.call(member(group, bot.id()), ChatMember.class)) {
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

    private static GetChatMember member(Chat group, long user) {
        return GetChatMember.builder().chatId(Addresses.idOf(group.id())).userId(user).build();
    }

    private Optional<Standing> standing(Chat group, long user) {
        try {
            return Optional.of(switch (api.call(member(group, user), ChatMember.class)) {
                case ChatMemberOwner owner -> Standing.ALL;
                case ChatMemberAdministrator admin -> new Standing(Boolean.TRUE.equals(admin.getCanPinMessages()),
                        Boolean.TRUE.equals(admin.getCanChangeInfo()));
                case null, default -> Standing.NONE;
            });
        } catch (BotApiException e) {
            LOG.warn("Telegram does not tell somebody's rights in a group ({})", e.getMessage());
            return e.isAboutTheQuestion() ? Optional.of(Standing.NONE) : Optional.empty();
        }
    }
}
