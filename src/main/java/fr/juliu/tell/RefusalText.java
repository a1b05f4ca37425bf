package fr.juliu.tell;

import fr.juliu.decide.Answer;
import fr.juliu.decide.Citation;
import fr.juliu.decide.Help;
import java.util.List;

/** What is said where nothing answers, and before all else in an urgent case. */
final class RefusalText {

    private RefusalText() {
    }

    /** Tells that nothing answers, what is near, and whom to ask. */
    static void tell(Answer.Unknown unknown, Told told) {
        if (unknown.help().isUrgent()) {
            urgent(unknown.help(), told);
            told.line("具体怎么办，我的资料里没有写，不敢乱说。");
        } else {
            told.line(reason(unknown));
        }
        if (!unknown.suggestions().isEmpty()) {
            told.inTextAlone("您想问的是不是：" + String.join("；", unknown.suggestions()));
        }
        if (!unknown.nearest().isEmpty()) {
            told.inTextAlone("我的资料里最接近的是：" + Citation.named(unknown.nearest()));
        }
        if (!unknown.help().isUrgent()) {
            points("可以去查、去问：", unknown.help(), told);
        }
    }

    private static String reason(Answer.Unknown unknown) {
        return switch (unknown.reason()) {
            case GREETING -> "您好！我回答在法国居留的问题，比如「学生居留能网上申请吗」。请直接问。";
            case THANKS -> "不客气，祝一切顺利！";
            case ABOUT -> "我是居留问答机器人 Juliu：只根据知识库里有来源、有日期的文章回答，没有写的就说不知道。";
            case ABUSE -> "没帮上忙，抱歉。您可以换个说法再问一次居留的问题。";
            case JUNK -> "没看懂。请用一句话问居留的问题，比如「学生居留能网上申请吗」。";
            case POINT_NOT_KNOWN -> "这一点我的资料里没有写，不敢乱说。";
            case NOT_KNOWN -> "这个问题我的资料里没有，不敢乱说。";
        };
    }

    /** What an urgent case is told before anything else. */
    static void urgent(Help help, Told told) {
        List<String> lines = help.say().lines().toList();
        told.strong(lines.getFirst());
        lines.stream().skip(1).forEach(told::line);
        points("可以找：", help, told);
    }

    private static void points(String lead, Help help, Told told) {
        if (help.points().isEmpty()) {
            return;
        }
        told.line(lead);
        for (Help.Point point : help.points()) {
            told.line(Told.BULLET);
            String url = point.url();
            if (url == null) {
                told.out().plain(point.name());
            } else {
                told.out().link(point.name(), url);
            }
        }
    }
}
