package fr.juliu.chat;

import fr.juliu.tell.RichText;
import java.util.List;

/** What the bot says once when it is added to a group: what it does, and which right it lacks. */
final class Welcome {

    private static final String TEXT = """

            我用中文回答法国居留的问题，只说文章里写了的，带日期和出处。
            • @我 或者回复我再问，我才说话；聊天不插嘴。
            • 管理员：回复一条消息写 /save 问题，就记为本群的回答（/pin 还置顶）；/pins 管理；/settings 里可以打开自动回答。
            • 管理员：/setup 看我还缺什么、让成员能找到你们；/missed 看没答上来的问题。
            • 自动回答要我是管理员，或者关掉 privacy mode：不然我看不到群里的问题。
            • /help 看怎么用，/privacy 看记了什么。""";

    private final Moderators moderators;

    Welcome(Moderators moderators) {
        this.moderators = moderators;
    }

    List<Outgoing> to(Chat group) {
        RichText.Builder text = RichText.builder().strong("大家好，我是居留问答机器人。").plain(TEXT);
        if (!moderators.botMayPin(group)) {
            text.plain("\n\n我还缺「置顶消息」（Pin Messages）的管理员权限：没有它，/pin 的回答照样记住，只是不能在群里置顶。");
        }
        return List.of(new Outgoing.Send(group, text.build(), List.of(), null, null, false));
    }
}
