package fr.juliu.understand;

import fr.juliu.knowledge.Permit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A question as the bot understands it.
 *
 * @param folded         its folded form, spelling repaired
 * @param mentions       the permits named, in order
 * @param aspects        what is asked about them, by id
 * @param talk           kinds of chit-chat in it
 * @param period         the months it names
 * @param expiry         when a card runs out, where it says so
 * @param aboutPermits   whether it speaks of permits or the platform at all
 * @param asking         whether it is put as a question, not as a mere name
 * @param keywords       what else it speaks of, each with words that say the same
 * @param synonyms       words to search for beside the question's own
 * @param refersBack     whether it leans on the question before
 */
public record Question(String folded, List<Mention> mentions, Map<String, Aspect> aspects, Set<String> talk,
        Phase phase,
        @Nullable Period period, @Nullable Expiry expiry, boolean aboutPermits, boolean asking, List<Keyword> keywords,
        Collection<String> synonyms,
        boolean refersBack) {

    private static final Pattern ALLOWED = Pattern.compile("[能可行办换转续]|申请");
    private static final Pattern WHETHER = Pattern
            .compile("吗|嘛[?？]?$|么[?？]?$|能不能|可不可以|行不行|能否|可否|是否|[能行]不$");
    /** A question of fewer characters may be a mere name. */
    private static final int SHORT = 20;

    public Question {
        mentions = List.copyOf(mentions);
        keywords = List.copyOf(keywords);
        synonyms = List.copyOf(synonyms);
        talk = Set.copyOf(talk);
    }

    /** Whether it asks about doing something online, in whatever words: 网上, 不能网上, 网上办不了. */
    public boolean asksOnline() {
        return aspects.values().stream().anyMatch(aspect -> aspect.is(Aspect.Trait.ABOUT_ONLINE));
    }

    /** Whether it asks if something is allowed, so that yes or no is an answer to it. */
    public boolean asksWhether() {
        return WHETHER.matcher(folded).find() && ALLOWED.matcher(folded).find();
    }

    /** Whether it is so short that it may merely name what it is about. */
    public boolean isShort() {
        return folded.length() < SHORT;
    }

    public boolean asks(Aspect.Role role) {
        return aspects.values().stream().anyMatch(aspect -> aspect.role() == role);
    }

    /** The points asked that only prose answers. */
    public List<Aspect> prosePoints() {
        boolean online = asks(Aspect.Role.ONLINE);
        List<Aspect> points = aspects.values().stream().filter(Aspect::needsProse)
                .filter(aspect -> !(aspect.is(Aspect.Trait.YIELDS) && online))
                .filter(aspect -> !(aspect.is(Aspect.Trait.YIELDS_TO_PERMITS) && !mentions.isEmpty())).toList();
        List<Aspect> major = points.stream().filter(aspect -> !aspect.is(Aspect.Trait.MINOR)).toList();
        return major.isEmpty() ? points : major;
    }

    /** The subjects beside permits that an answer must know. */
    public List<Keyword> topics() {
        return keywords.stream().filter(Keyword::topic).toList();
    }

    /** Whether procedures are named and no permit. */
    public boolean namesOnlyProcedures() {
        return !mentions.isEmpty() && mentions.stream().allMatch(m -> m.permit().kind() == Permit.Kind.PROCEDURE);
    }

    /** Whether a procedure is named. */
    public boolean namesProcedure() {
        return mentions.stream().anyMatch(mention -> mention.permit().kind() == Permit.Kind.PROCEDURE);
    }

    /** The same question with other permits named. */
    Question withMentions(List<Mention> others) {
        return new Question(folded, others, aspects, talk, phase, period, expiry, aboutPermits, asking, keywords,
                synonyms,
                refersBack);
    }

    /** The same question, leaning on none before it. */
    public Question alone() {
        return new Question(folded, mentions, aspects, talk, phase, period, expiry, aboutPermits, asking, keywords,
                synonyms,
                false);
    }

    public boolean asksAny(Aspect.Asks kind) {
        return aspects.values().stream().anyMatch(aspect -> aspect.asks() == kind);
    }
}
