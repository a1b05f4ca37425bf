package fr.juliu.chat;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Link;
import fr.juliu.knowledge.Permit;
import fr.juliu.store.Retention;
import fr.juliu.tell.Reply;
import fr.juliu.tell.RichText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands of whoever asks. */
final class AskerCommands {

    private static final String HELP = """
            直接用中文问就行，比如：
            • 学生居留能网上申请吗
            • 2023 年上线了哪些居留
            • ANEF 平台打不开怎么办
            • 那游客呢（接着上一句问）

            /list 哪些居留可以网上办
            /timeline 上线时间表（图）
            /permit 看某一种居留
            /source 资料来源和日期
            /privacy 记了什么、没记什么
            /forget 忘掉我
            /id 我的号码
            /contact 怎么找到人

            群里要 @我 或者回复我，我才说话。群管理员：回复一条消息写 /save 问题，就记为本群的回答（/pin 还置顶）；/pins 管理，/missed 看没答上来的，/setup 看我还缺什么，/settings 设置。

            只说文章里写了的，不知道就说不知道；一切以官方信息为准。""";
    private static final String PRIVACY = """
            • 问过的问题留 若干 天，用来看还缺什么资料；不记是谁问的，像居留号、护照号、电话、邮箱的先抹掉。
            • 消息的编号连同问题留 48 小时，为了按钮、修改和置顶。
            • 群里记下的回答，记着是哪位管理员记的；删掉的 48 小时内还能找回来。
            • 群里没答上来的问题留 若干 天，给本群的管理员看，不记是谁问的。
            • 您转给管理员的问题，记着回答发到哪里：有了回答就删，没有也只留 48 小时。
            • 谁点了「有用」「没用」，记 48 小时，免得算两次。
            • 接着上一句问的记忆只在内存里，30 分钟不用就忘。

            /forget 马上忘掉其余与您有关的记录。""";
    private static final String PRIVACY_OF_WECHAT = """
            • 问过的问题留 若干 天，用来看还缺什么资料；不记是谁问的，像居留号、护照号、电话、邮箱的先抹掉。
            • 您的微信号码不存，只存一个认得出、还原不了的代号。
            • 问题连同代号留 48 小时，为了「有用」「没用」不算两次。
            • 没显示完的回答和可选的数字留 30 分钟，发出的回复留 1 分钟，微信会重复来取。
            • 您转给管理员的问题连同代号，有了回答就删，没有也只留 48 小时；等您来看的回答也只留 48 小时。
            • 接着上一句问的记忆只在内存里，30 分钟不用就忘。

            回复「忘掉我」，马上忘掉其余与您有关的记录。""";
    private static final String ONLINE = "能网上申请吗";

    private final CurrentEdition edition;
    private final Asking asking;
    private final GroupAnswers groupAnswers;
    private final Conversations conversations;
    private final AnswerMessages messages;
    private final TablePages pages;
    private final TimelineMessage timeline;
    private final Retention retention;

    AskerCommands(CurrentEdition edition, Asking asking, GroupAnswers groupAnswers, Conversations conversations,
            AnswerMessages messages, TablePages pages, TimelineMessage timeline, Retention retention) {
        this.edition = edition;
        this.asking = asking;
        this.groupAnswers = groupAnswers;
        this.conversations = conversations;
        this.messages = messages;
        this.pages = pages;
        this.timeline = timeline;
        this.retention = retention;
    }

    /** The commands by name. */
    Map<String, Command> all() {
        return Map.of("start", this::start, "help", (message, argument) -> Messages.say(message, HELP), "list",
                (message, argument) -> page(message, pages.table("0")), "timeline",
                (message, argument) -> timeline(message), "permit", this::permit, "source",
                (message, argument) -> Messages.say(message, sources()), "privacy",
                (message, argument) -> Messages.say(message, privacy(message.chat())), "forget",
                this::forget, "id", this::id);
    }

    /** The answer about a permit, as if it were asked. */
    List<Outgoing> permit(Chat chat, String asked, @Nullable String replyTo, Permit permit) {
        return answer(chat, asked, replyTo, permit.chinese() + ONLINE);
    }

    /**
     * The answer to a question that stands alone, whatever was asked before; the next one may lean on it.
     *
     * @param asked   the message that asks
     * @param replyTo the message that the answer is to hang under; null for none
     */
    List<Outgoing> answer(Chat chat, String asked, @Nullable String replyTo, String question) {
        Reply reply = groupAnswers.before(asking.look(question, null), chat);
        asking.keep(reply, chat);
        return messages.all(chat, asked, replyTo, reply);
    }

    private List<Outgoing> start(Incoming.Message message, String argument) {
        return edition.get().catalogue().find(argument).map(permit -> permit(message, permit))
                .orElseGet(() -> Messages.say(message, RichText.builder().strong("您好，我是居留问答机器人。")
                        .plain("\n" + HELP).build()));
    }

    private List<Outgoing> permit(Incoming.Message message, String argument) {
        if (argument.isEmpty()) {
            return page(message, pages.permits("0"));
        }
        return edition.get().catalogue().find(argument).map(permit -> permit(message, permit))
                .orElseGet(() -> answer(message.chat(), message.id(), Messages.replyTo(message),
                        asking.look(argument, null).isAsked() ? argument : argument + ONLINE));
    }

    private List<Outgoing> permit(Incoming.Message message, Permit permit) {
        return permit(message.chat(), message.id(), Messages.replyTo(message), permit);
    }

    private List<Outgoing> timeline(Incoming.Message message) {
        if (!isWeChat(message.chat())) {
            return timeline.send(message);
        }
        return timeline.link().map(text -> Messages.say(message, text))
                .orElseGet(() -> page(message, pages.table("0")));
    }

    /** Whether a reply there holds text alone. */
    private static boolean isWeChat(Chat chat) {
        return chat.messenger().equals("wechat");
    }

    private String privacy(Chat chat) {
        String text = isWeChat(chat) ? PRIVACY_OF_WECHAT : PRIVACY;
        return text.replace("若干", String.valueOf(retention.questionDays()));
    }

    private RichText sources() {
        RichText.Builder text = RichText.builder().strong("资料和来源");
        for (Article article : edition.get().library().articles()) {
            text.plain("\n\n《" + article.title() + "》，"
                    + (article.asOf() == null
                            ? "日期不明"
                            : "截至 " + article.asOf().getYear() + " 年 " + article.asOf().getMonthValue() + " 月"));
            for (Link link : article.sources()) {
                text.plain("\n").link(link.title(), link.url());
            }
        }
        return text.build();
    }

    private List<Outgoing> forget(Incoming.Message message, String argument) {
        if (message.person().anonymous()) {
            return Messages.say(message, "匿名管理员没有与本人有关的记录。");
        }
        String privateChat = message.person().id();
        retention.forget(message.person().id(), privateChat);
        conversations.forget(privateChat);
        return Messages.say(message, "好的，与您有关的记录都忘掉了。旧消息下面的按钮不再有用。");
    }

    private List<Outgoing> id(Incoming.Message message, String argument) {
        String own = "您的号码：" + bare(message.person().id());
        return Messages.say(message,
                message.chat().isGroup() ? own + "\n本群的号码：" + bare(message.chat().id()) : own);
    }

    private static String bare(String id) {
        return id.substring(id.indexOf(':') + 1);
    }

    private static List<Outgoing> page(Incoming.Message message, TablePages.Page page) {
        return Messages.say(message, page.text(), page.buttons());
    }
}
