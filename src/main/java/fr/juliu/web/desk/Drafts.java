package fr.juliu.web.desk;

import fr.juliu.decide.Answer;
import fr.juliu.edition.Edition;
import fr.juliu.keep.OpenQuestion;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.tell.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the keeper may copy into his files for a question that nothing answers.
 *
 * @param section    a line of questions.jsonl, whose section is still to be chosen
 * @param outOfScope a line of questions.jsonl that says that nothing is to answer
 * @param alias      for a name that nothing knows; null when the question has none
 * @param near       headings of sections that come near
 */
record Drafts(OpenQuestion question, Instant last, String section, String outOfScope, @Nullable Alias alias,
        List<String> near) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CHOOSE = "<choose>";

    /**
     * A name that the settings may learn.
     *
     * @param permit  what to put before the ] of a permit's {@code names} in permits.yml
     * @param lexicon a line of lexicon.yml that does nothing until another word stands in it
     */
    record Alias(String word, String permit, String lexicon) {

        static Alias of(String word) {
            return new Alias(word, ", " + quoted(word), "  - [" + quoted(word) + "]");
        }
    }

    /**
     * Drafts for some questions.
     *
     * @param skipped how many questions stand before them, whose drafts have ids, too
     */
    static List<Drafts> of(List<OpenQuestion> questions, int skipped, Edition edition, NewWords names) {
        int free = edition.library().questions().stream().map(KnownQuestion::id).filter(id -> id.matches("k\\d{1,8}"))
                .mapToInt(id -> Integer.parseInt(id.substring(1))).max().orElse(0) + 1 + skipped;
        List<Drafts> drafts = new ArrayList<>();
        for (OpenQuestion question : questions) {
            drafts.add(of(question, edition, names, "k%03d".formatted(free + drafts.size())));
        }
        return drafts;
    }

    private static Drafts of(OpenQuestion question, Edition edition, NewWords names, String id) {
        String words = question.wordings().getFirst();
        Reply reply = edition.answerer().ask(words);
        String start = "{\"id\": " + quoted(id) + ", \"q\": " + quoted(words) + ", \"kind\": \"asked\", \"outcome\": ";
        return new Drafts(question, question.last(),
                start + "\"section\", \"section\": " + quoted(CHOOSE) + "}",
                start + "\"out-of-scope\", \"section\": null, \"rows\": []}",
                names.in(words, reply.explanation().get().terms()).map(Alias::of).orElse(null), near(reply));
    }

    private static List<String> near(Reply reply) {
        Stream<String> nearest = reply.answer() instanceof Answer.Unknown unknown
                ? unknown.nearest().stream().map(place -> place.file() + " › " + place.section())
                : Stream.empty();
        Stream<String> best = reply.explanation().get().passages().stream()
                .map(place -> place.file() + " › " + place.section());
        return Stream.concat(nearest, best).distinct().limit(3).toList();
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }
}
