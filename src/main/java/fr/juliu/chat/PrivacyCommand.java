package fr.juliu.chat;

import fr.juliu.store.Retention;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says what is kept of people and who gets their questions, and lets each keep his own from a second reader. */
final class PrivacyCommand {

    private static final String PRIVACY = """
            • 问过的问题留 若干 天，用来看还缺什么资料；不记是谁问的，像居留号、护照号、电话、邮箱的先抹掉。
            • 消息的编号连同问题留 48 小时，为了按钮、修改和置顶。
            • 群里记下的回答，记着是哪位管理员记的；删掉的 48 小时内还能找回来。
            • 群里没答上来的问题留 若干 天，给本群的管理员看，不记是谁问的。
            • 您转给管理员的问题，记着回答发到哪里：有了回答就删，没有也只留 48 小时。
            • 谁点了「有用」「没用」，记 48 小时，免得算两次。
            • 群管理员让我暂时不回答谁，记到那时为止。
            • 您用 /watch 关注了哪些居留，记到您不要为止。
            • 记忆

            /forget 马上忘掉其余与您有关的记录。""";
    private static final String PRIVACY_OF_WECHAT = """
            • 问过的问题留 若干 天，用来看还缺什么资料；不记是谁问的，像居留号、护照号、电话、邮箱的先抹掉。
            • 您的微信号码不存，只存一个认得出、还原不了的代号。
            • 问题连同代号留 48 小时，为了「有用」「没用」不算两次。
            • 没显示完的回答和可选的数字留 30 分钟，发出的回复留 1 分钟，微信会重复来取。
            • 您转给管理员的问题连同代号，有了回答就删，没有也只留 48 小时；等您来看的回答也只留 48 小时。
            • 您要我通知的居留连同代号，记到您不要为止。
            • 记忆

            回复「忘掉我」，马上忘掉其余与您有关的记录。""";
    private static final String ALONE = "接着上一句问的记忆只在内存里，30 分钟不用就忘。";
    private static final String SHARED = "接着上一句问要用的前几句，抹过号码，加密存 30 分钟，不用就删。";
    private static final Set<String> OFF = Set.of("off", "关", "關", "不发", "不發");
    private static final Set<String> ON = Set.of("on", "开", "開", "发", "發");

    private final Retention retention;
    private final SecondReaders second;

    PrivacyCommand(Retention retention, SecondReaders second) {
        this.retention = retention;
        this.second = second;
    }

    /** What is said to {@code /privacy}, {@code /privacy off} and {@code /privacy on}. */
    List<Outgoing> run(Incoming.Message message, String argument) {
        String word = argument.strip().toLowerCase(Locale.ROOT);
        if (!OFF.contains(word) && !ON.contains(word)) {
            return Messages.say(message, text(message));
        }
        if (message.person().anonymous()) {
            return Messages.say(message, "匿名管理员请用 /settings 给全群设置。");
        }
        second.set(message.person(), OFF.contains(word));
        if (!second.isOn()) {
            return Messages.say(message, OFF.contains(word)
                    ? "记下了。现在本来就不把问题发给任何语言模型；以后开了，也不发您的。"
                    : "记下了。现在不把问题发给任何语言模型。");
        }
        return Messages.say(message, OFF.contains(word)
                ? "好的，您的问题不再发给 " + second.host() + "。要再打开：" + on(message.chat())
                : "好的，没把握的问题可以发给 " + second.host() + "，让它帮忙挑段落。要关掉：" + off(message.chat()));
    }

    private String text(Incoming.Message message) {
        Chat chat = message.chat();
        String text = (isWeChat(chat) ? PRIVACY_OF_WECHAT : PRIVACY)
                .replace("若干", String.valueOf(retention.questionDays()))
                .replace("记忆", retention.keepsTalks() ? SHARED : ALONE);
        return second.isOn() ? text + "\n\n" + sent(message) : text;
    }

    /** Who gets which questions, and how that is ended. */
    private String sent(Incoming.Message message) {
        Chat chat = message.chat();
        String what = "没把握的问题，连同上一句，会发给 " + second.host()
                + " 上的语言模型（号码先抹掉，不说是谁问的），让它从找到的段落里挑一段；回答不是它写的。";
        if (chat.isGroup() && second.forbids(chat)) {
            return what + "本群的管理员关掉了，这里的问题不发。";
        }
        return what + (second.forbids(message.person())
                ? "您关掉了，您的问题不发；要再打开：" + on(chat)
                : "不想发您的问题：" + off(chat));
    }

    private static String off(Chat chat) {
        return isWeChat(chat) ? "回复「隐私 关」" : "/privacy off";
    }

    private static String on(Chat chat) {
        return isWeChat(chat) ? "回复「隐私 开」" : "/privacy on";
    }

    private static boolean isWeChat(Chat chat) {
        return chat.messenger().equals("wechat");
    }
}
