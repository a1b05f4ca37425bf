package fr.juliu.chat;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Link;
import fr.juliu.knowledge.Permit;
import fr.juliu.store.Retention;
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
            /watch 某一种居留上线了告诉我
            /changes 名单最近的变化
            /source 资料来源和日期
            /privacy 记了什么、没记什么
            /forget 忘掉我
            /id 我的号码
            /contact 怎么找到人

            群里要 @我 或者回复我，我才说话。群管理员：回复一条消息写 /save 问题，就记为本群的回答（/pin 还置顶）；/pins 管理，/missed 看没答上来的，/setup 看我还缺什么，/settings 设置。

            只说文章里写了的，不知道就说不知道；一切以官方信息为准。""";
    private static final String HELP_IN_GROUP = """
            @我 再写问题就行，比如「学生居留能网上申请吗」；接着问，回复我的回答。
            怎么用、有哪些命令，请私聊我 /help。""";
    private static final String ONLINE = "能网上申请吗";

    private final CurrentEdition edition;
    private final Answering answering;
    private final Conversations conversations;
    private final TablePages pages;
    private final TimelineMessage timeline;
    private final Retention retention;
    private final PrivacyCommand privacy;

    AskerCommands(CurrentEdition edition, Answering answering, Conversations conversations, TablePages pages,
            TimelineMessage timeline, Retention retention, SecondReaders second) {
        this.edition = edition;
        this.answering = answering;
        this.conversations = conversations;
        this.pages = pages;
        this.timeline = timeline;
        this.retention = retention;
        privacy = new PrivacyCommand(retention, second);
    }

    /** The commands by name. */
    Map<String, Command> all() {
        return Map.of("start", this::start, "help", (message, argument) -> Messages.say(message, help(message.chat())),
                "list",
                (message, argument) -> page(message, pages.table("0")), "timeline",
                (message, argument) -> timeline(message), "permit", this::permit, "source",
                (message, argument) -> source(message), "privacy",
                privacy::run, "forget",
                this::forget, "id", this::id);
    }

    /** The answer about a permit, as if it were asked. */
    List<Outgoing> permit(Chat chat, Person person, String asked, @Nullable String replyTo, Permit permit) {
        return answer(chat, person, asked, replyTo, permit.chinese() + ONLINE);
    }

    /**
     * The answer to a question that stands alone, whatever was asked before; the next one may lean on it.
     *
     * @param person  who asks
     * @param asked   the message that asks
     * @param replyTo the message that the answer is to hang under; null for none
     */
    List<Outgoing> answer(Chat chat, Person person, String asked, @Nullable String replyTo, String question) {
        return answering.give(chat, person, asked, replyTo, answering.look(question, null, chat));
    }

    private List<Outgoing> start(Incoming.Message message, String argument) {
        return edition.get().catalogue().find(argument).map(permit -> permit(message, permit))
                .orElseGet(() -> message.chat().isGroup()
                        ? Messages.say(message, HELP_IN_GROUP)
                        : Messages.say(message, RichText.builder().strong("您好，我是居留问答机器人。")
                                .plain("\n" + HELP).build()));
    }

    private static String help(Chat chat) {
        return chat.isGroup() ? HELP_IN_GROUP : HELP;
    }

    private List<Outgoing> permit(Incoming.Message message, String argument) {
        if (argument.isEmpty()) {
            return page(message, pages.permits("0"));
        }
        return edition.get().catalogue().find(argument).map(permit -> permit(message, permit))
                .orElseGet(() -> answer(message.chat(), message.person(), message.id(),
                        Messages.replyTo(message),
                        answering.look(argument, null, message.chat()).isAsked() ? argument : argument + ONLINE));
    }

    private List<Outgoing> permit(Incoming.Message message, Permit permit) {
        return permit(message.chat(), message.person(), message.id(), Messages.replyTo(message), permit);
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

    /** All articles with their sources; a group is spared the length. */
    private List<Outgoing> source(Incoming.Message message) {
        return message.chat().isGroup()
                ? Messages.say(message, "资料是 " + edition.get().library().articles().size()
                        + " 篇文章，每个回答下面都有来源；全部的来源请私聊我 /source。")
                : Messages.say(message, sources());
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
