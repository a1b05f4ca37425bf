package fr.juliu.keep;

import fr.juliu.decide.Answer;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.edition.Teaching;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Due;
import fr.juliu.store.Feedback;
import fr.juliu.store.FeedbackBox;
import fr.juliu.store.LoggedQuestion;
import fr.juliu.store.QuestionLog;
import fr.juliu.tell.Ellipsis;
import fr.juliu.tell.RichText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was asked, answered and found of use, in figures. */
public final class Statistics {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(FRANCE);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int MOST = 10;
    private static final int FIRST = 3;
    private static final int SHORT = 60;
    private static final Set<String> UNANSWERED = Set.of(Answer.Reason.NOT_KNOWN.name(),
            Answer.Reason.POINT_NOT_KNOWN.name());
    private static final String TALK = "聊天和看不懂的";
    private static final Map<String, String> OUTCOMES = Map.of("listed", "名单里有", "not-listed", "名单里没有", "list",
            "列表", "section", "文章段落", "pinned", "群里的回答", "clarify", "反问", "unknown", "不知道", "talk", TALK, "out-of-scope",
            "不归我们答", "read", "文章页");

    private final CurrentEdition edition;
    private final QuestionLog log;
    private final OpenQuestions open;
    private final FeedbackBox feedback;
    private final Upkeep upkeep;
    private final Supplier<Following.Others> replicas;
    private final Clock clock;
    private final Instant started;

    /**
     * The figures of a database.
     *
     * @param replicas the other processes on it
     */
    public Statistics(CurrentEdition edition, QuestionLog log, FeedbackBox feedback, Upkeep upkeep,
            Supplier<Following.Others> replicas, Clock clock) {
        this.edition = edition;
        this.log = log;
        open = new OpenQuestions(edition, log);
        this.feedback = feedback;
        this.upkeep = upkeep;
        this.replicas = replicas;
        this.clock = clock;
        started = clock.instant();
    }

    /** The edition, what is wrong with it, and since when the bot runs. */
    public RichText status() {
        Edition now = edition.get();
        RichText.Builder text = RichText.builder().strong("现在的版本").plain("（" + time(now.made()) + " 建的）");
        for (Article article : now.library().articles()) {
            text.plain("\n• " + article.file() + "，" + (article.asOf() == null ? "日期不明" : "截至 " + article.asOf()));
        }
        text.plain("\n已知问题 " + now.library().questions().size() + " 个\n" + decider(now.teaching()));
        if (!now.problems().isEmpty()) {
            text.plain("\n\n").strong("文件里的问题");
            now.problems().stream().limit(MOST).forEach(problem -> text.plain("\n• " + problem.told()));
        }
        text.plain(told(replicas.get()));
        toCheck(text);
        Duration up = Duration.between(started, clock.instant());
        return text.plain("\n\n已运行 " + up.toDays() + " 天 " + up.toHoursPart() + " 小时 " + up.toMinutesPart() + " 分")
                .build();
    }

    /** What is to be held against its source next: all that ends, and the first of the others. */
    private void toCheck(RichText.Builder text) {
        List<Due> due = upkeep.due();
        if (due.isEmpty()) {
            return;
        }
        text.plain("\n\n").strong("该核对的").plain(" " + due.size() + " 段");
        long ending = due.stream().filter(Due::ends).count();
        due.stream().limit(Math.min(MOST, ending + FIRST))
                .forEach(each -> text.plain("\n• 「" + each.heading() + "」" + Upkeep.why(each)
                        + (each.asked() == 0 ? "" : "，30 天里问了 " + each.asked() + " 次")));
        if (due.size() > MOST) {
            text.plain("\n…都在工作台上：/desk/upkeep");
        }
    }

    /** What nothing answered in a month, most frequent first, the same in other words together. */
    public RichText unanswered() {
        List<OpenQuestion> groups = open.since(clock.instant().minus(MONTH)).questions();
        if (groups.isEmpty()) {
            return RichText.of("30 天里没有答不上的问题。");
        }
        RichText.Builder text = RichText.builder().strong("30 天里没答上的");
        for (OpenQuestion question : groups.subList(0, Math.min(MOST, groups.size()))) {
            text.plain("\n• " + question.times() + " 次　" + question.wordings().getFirst());
            if (question.wordings().size() > 1) {
                text.plain("（也这样问：" + question.wordings().get(1) + "）");
            }
        }
        if (groups.size() > MOST) {
            text.plain("\n…还有 " + (groups.size() - MOST) + " 个");
        }
        return text.build();
    }

    /** Questions a day, outcomes and feedback of a week, with what was wrong with the answers. */
    public RichText week() {
        Instant since = clock.instant().minus(WEEK);
        List<LoggedQuestion> questions = log.since(since);
        RichText.Builder text = RichText.builder().strong("7 天里问了 " + questions.size() + " 次");
        Map<LocalDate, Long> days = questions.stream().collect(Collectors
                .groupingBy(question -> LocalDate.ofInstant(question.at(), FRANCE), TreeMap::new,
                        Collectors.counting()));
        days.forEach((day, times) -> text.plain("\n" + day + "　" + times));
        text.plain("\n");
        questions.stream().collect(Collectors.groupingBy(Statistics::outcome, TreeMap::new, Collectors.counting()))
                .entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(outcome -> text.plain("\n" + outcome.getKey() + "　" + outcome.getValue()));
        List<Feedback> given = feedback.since(since);
        long useful = given.stream().filter(Feedback::useful).count();
        text.plain("\n\n👍 " + useful + "　👎 " + (given.size() - useful));
        complaints(given).forEach(text::plain);
        return text.build();
    }

    /** Why answers were of no use: each reason with its times; then, newest first, what was said in more than a word. */
    private static List<String> complaints(List<Feedback> given) {
        List<Feedback> reasoned = given.stream().filter(feedback -> feedback.reason() != null).toList().reversed();
        Map<Optional<Complaint>, Long> times = reasoned.stream().map(Statistics::reason)
                .collect(Collectors.groupingBy(reason -> Complaint.of(reason.split(" ", 2)[0]), Collectors.counting()));
        Stream<String> counted = Arrays.stream(Complaint.values()).filter(word -> times.containsKey(Optional.of(word)))
                .map(word -> "\n• " + word.label() + "　" + times.get(Optional.of(word)));
        Stream<String> told = reasoned.stream().filter(feedback -> Complaint.of(reason(feedback)).isEmpty())
                .limit(MOST)
                .map(feedback -> "\n• 「" + Ellipsis.cut(feedback.question(), SHORT) + "」"
                        + Complaint.told(reason(feedback)));
        return Stream.concat(counted, told).toList();
    }

    private static String reason(Feedback feedback) {
        return Objects.requireNonNullElse(feedback.reason(), "");
    }

    /** What the keeper is told of other replicas; nothing when there are none. */
    static String told(Following.Others others) {
        if (others.all() == 0) {
            return "";
        }
        return "\n另有 " + others.all() + " 个副本" + (others.different() == 0
                ? "，用的是同一版"
                : "，其中 " + others.different() + " 个用的不是这一版，原因在它的健康检查里");
    }

    static String decider(Teaching teaching) {
        if (!teaching.model()) {
            return "只按名单回答：模型关着，或者坏了";
        }
        String reach = teaching.places() + " 段里的 " + teaching.taught() + " 段";
        return teaching.decides()
                ? "照 " + teaching.phrasings() + " 条问法和段落自己的字判断：问法通到 " + reach
                : "照段落自己的字判断：" + teaching.phrasings() + " 条问法只通到 " + reach;
    }

    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** What came of a question, in a word; a greeting is no question that the articles leave open. */
    static String outcome(LoggedQuestion question) {
        return outcome(question.outcome(), question.reason());
    }

    /** The same of an outcome as it is logged, with the reason why nothing answered. */
    static String outcome(String outcome, @Nullable String reason) {
        return isTalk(reason) ? TALK : named(outcome);
    }

    /** All outcomes in Chinese. */
    static List<String> outcomes() {
        return OUTCOMES.values().stream().distinct().sorted().toList();
    }

    /** An outcome in Chinese. */
    static String named(String outcome) {
        return Objects.requireNonNullElse(OUTCOMES.get(outcome), outcome);
    }

    /** Whether what was not answered for this reason asked nothing that articles could answer. */
    static boolean isTalk(@Nullable String reason) {
        return reason != null && !isOpen(reason);
    }

    /** Whether the articles leave open what is not answered for this reason. */
    static boolean isOpen(String reason) {
        return UNANSWERED.contains(reason);
    }
}
