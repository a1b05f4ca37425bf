package fr.juliu.decide;

import fr.juliu.knowledge.Permit;
import fr.juliu.understand.Aspect;
import fr.juliu.understand.Keyword;
import fr.juliu.understand.Mention;
import fr.juliu.understand.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A question asked after another, with the whole questions that it can be short for: 那游客呢 after 学生居留能网上申请吗 is
 * 游客居留能网上申请吗, and 要多久 is 学生居留要多久. What says itself what it is about is short for nothing.
 */
public final class FollowUp {

    /** In folded characters; who asks in more of them has said what he asks about. */
    private static final int SHORT = 14;
    /** What a subject may hold from its first permit to its last, in folded characters. */
    private static final int LONGEST_SUBJECT = 20;
    /** Longer whole questions, in folded characters, are none that a short one is short for: each follow-up may add to them. */
    private static final int LONGEST = 120;
    /** So many whole questions are tried at most, as each costs as much as a question. */
    private static final int MOST = 6;
    /** What may stand beside a name that is all that is said. */
    private static final int BESIDE = 2;
    private static final Pattern LEAD = Pattern.compile("^(?:(?:那么|那(?!个|种|些|边|里|位|张|时|年)|还有|然后|另外|换成|如果是|如果|要是"
            + "|and|et pour|et|what about|how about|then|alors|c'?(?: )?est pareil pour|ok|好的?|嗯|哦|但是?|不过|我(?:说|问)的是|我(?:是|拿的是|拿的|持有?|办的是))[ ,，]*)+");
    private static final Pattern TAIL = Pattern.compile("(?:呢|咧|哩|嘞| ne)?[？?。!！ ]*$");
    private static final Pattern CHANGE = Pattern.compile("(?:换|转|改|变)(?:成|到|为)?$");
    /** What repeats the question before without its words: 学生也要吗. */
    private static final Pattern SAME = Pattern
            .compile("(?<=.)(?:也|还|都|就)*(?:是不是|要不要|能不能|可不可以|需要|可以|一样|要|能|行|算|是|会|同样|这样|的)*"
                    + "(?:吗|么|嘛|不)?[？?。!！ ]*$");

    private final Question before;
    private final Question next;

    /**
     * A follow-up.
     *
     * @param before the last question, whole
     * @param next   as it was asked
     */
    public FollowUp(Question before, Question next) {
        this.before = before;
        this.next = next;
    }

    /** Whether the question says itself what it is about, so that the one before is none of its business. */
    boolean standsAlone() {
        return !next.refersBack() && (SmallTalk.in(next).isPresent() || next.asksAny(Aspect.Asks.HELP)
                || (isLong() && isAboutSomething(next)) || isWhole());
    }

    /** Whether a question asks points of something unsaid: 要多久. */
    static boolean namesNothing(Question question) {
        return question.mentions().isEmpty() && question.keywords().isEmpty() && question.period() == null
                && !question.asksAny(Aspect.Asks.HELP)
                && !(question.asksAny(Aspect.Asks.LIST) && question.aboutPermits())
                && question.prosePoints().stream().noneMatch(point -> point.is(Aspect.Trait.ANYWHERE));
    }

    /** Whether tables may answer it by what it takes over: it asks no point of prose, and what it names is no chance. */
    boolean isForTables() {
        boolean strong = next.mentions().stream().anyMatch(Mention::strong);
        boolean says = next.refersBack() || !next.mentions().isEmpty() || !next.aspects().isEmpty()
                || next.period() != null;
        return says && next.prosePoints().isEmpty() && (next.keywords().isEmpty() || strong);
    }

    /** What a question says beside the words that lean on the one before. */
    static String core(Question question) {
        String text = question.folded();
        String without = LEAD.matcher(text).replaceFirst("");
        return TAIL.matcher(without.isEmpty() ? text : without).replaceFirst("").strip();
    }

    private String core() {
        return core(next);
    }

    /** The whole questions that it can be short for, as texts. */
    public List<String> meant() {
        String core = core();
        String name = SAME.matcher(core).replaceFirst("");
        String subject = subject(before);
        Set<String> meant = new LinkedHashSet<>();
        boolean named = next.mentions().stream().anyMatch(mention -> !isOfSomethingElse(mention));
        if (before.asksAny(Aspect.Asks.HELP) && next.mentions().isEmpty()) {
            meant.add(before.folded() + "，" + core);
        }
        if (!named && !core.isEmpty() && !subject.isEmpty()) {
            meant.add(subject + core);
        }
        if (isMereName(name)) {
            meant.addAll(aboutElse(name));
            if (next.mentions().isEmpty() && !before.mentions().isEmpty()) {
                meant.add(beside(name));
            }
        } else if (next.refersBack() && !next.mentions().isEmpty()) {
            meant.addAll(aboutElse(core));
        } else if (isMerePhase()) {
            meant.add(core + before.folded());
        }
        return meant.stream().filter(text -> text.length() <= LONGEST).limit(MOST).toList();
    }

    /** Whether a permit is asked about for somebody who has another: what he changes to, or a procedure beside it. */
    private boolean isOfSomethingElse(Mention mention) {
        return mention.change() || CHANGE.matcher(next.folded().substring(0, mention.start())).find()
                || mention.permit().kind() == Permit.Kind.PROCEDURE;
    }

    /** Whether it says that it leans on the question before, or cannot be understood without it. */
    boolean leans() {
        return next.refersBack() || namesNothing(next) || isMereName();
    }

    /** Whether all that is said is a name: of a permit, or of something else. */
    boolean isMereName() {
        return isMereName(SAME.matcher(core()).replaceFirst(""));
    }

    /** Whether it is a name and no more, without a word that leans on the question before. */
    boolean isAName() {
        return isMereName() && !next.refersBack() && core().equals(next.folded())
                && SAME.matcher(core()).replaceFirst("").equals(core());
    }

    /** The question before with something beside the permit that it names: 人才护照家属能网上办吗. */
    private String beside(String other) {
        int end = inOrder(before).getFirst().end();
        return before.folded().substring(0, end) + other + before.folded().substring(end);
    }

    /** Whether all that is said is 续签 or 第一次. */
    boolean isMerePhase() {
        return !next.aspects().isEmpty() && next.aspects().values().stream().allMatch(Aspect::isPhase)
                && next.mentions().isEmpty() && next.keywords().isEmpty();
    }

    /** The question before, with something else in place of each thing that it names. */
    private List<String> aboutElse(String other) {
        String text = before.folded();
        List<String> all = new ArrayList<>();
        for (Mention mention : inOrder(before)) {
            all.add(text.substring(0, mention.start()) + other + text.substring(mention.end()));
        }
        if (all.isEmpty() || next.mentions().isEmpty()) {
            for (Keyword keyword : before.keywords()) {
                all.add(text.replace(keyword.word(), other));
            }
        }
        return all.isEmpty() ? List.of(other + text) : all;
    }

    private boolean isLong() {
        return next.folded().length() > SHORT;
    }

    private static boolean isAboutSomething(Question question) {
        return !question.mentions().isEmpty() || !question.keywords().isEmpty() || question.aboutPermits();
    }

    /** Whether a short question is whole: it names a permit and asks something of it, or a list of permits. */
    private boolean isWhole() {
        boolean asks = next.asking() || !next.aspects().isEmpty();
        String name = SAME.matcher(next.folded()).replaceFirst("");
        boolean named = next.mentions().stream().anyMatch(mention -> !isOfSomethingElse(mention));
        return (named && asks && !isMereName(name))
                || (next.asksAny(Aspect.Asks.LIST) && next.aboutPermits());
    }

    private boolean isMereName(String name) {
        if (!next.aspects().isEmpty() && name.equals(core())) {
            return false;
        }
        int told = next.mentions().stream().mapToInt(mention -> mention.end() - mention.start()).sum();
        int other = next.keywords().stream().mapToInt(keyword -> keyword.word().length()).sum();
        return told > 0
                ? told + BESIDE >= name.length()
                : next.refersBack() && other > 0 && other + BESIDE >= name.length();
    }

    /** What a question is about, in its own words: the permits it names, else what else it speaks of. */
    private static String subject(Question question) {
        List<Mention> named = inOrder(question);
        if (named.isEmpty()) {
            return String.join("", question.keywords().stream().map(Keyword::word)
                    .sorted(Comparator.comparingInt(question.folded()::indexOf)).toList());
        }
        int end = isOneSubject(named) ? named.getLast().end() : named.getFirst().end();
        return question.folded().substring(named.getFirst().start(), end);
    }

    private static List<Mention> inOrder(Question question) {
        return question.mentions().stream().sorted(Comparator.comparingInt(Mention::start)).toList();
    }

    private static boolean isOneSubject(List<Mention> named) {
        return named.getLast().end() - named.getFirst().start() <= LONGEST_SUBJECT;
    }
}
