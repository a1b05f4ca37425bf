package fr.juliu.web.desk;

import fr.juliu.answer.Answer;
import fr.juliu.answer.Edition;
import fr.juliu.answer.Reply;
import fr.juliu.chat.OpenQuestion;
import fr.juliu.knowledge.KnownQuestion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the keeper may copy into his files for a question that nothing answers.
 *
 * @param section    a line of questions.jsonl, whose section is still to be chosen
 * @param outOfScope a line of questions.jsonl that says that nothing is to answer
 * @param permit     a line of permits.yml
 * @param lexicon    a line of lexicon.yml
 * @param near       headings of sections that come near
 */
record Drafts(OpenQuestion question, Instant last, String section, String outOfScope, String permit, String lexicon,
        List<String> near) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CHOOSE = "<choose>";

    /** Drafts for each of some questions, with ids that the known questions of the edition leave free. */
    static List<Drafts> of(List<OpenQuestion> questions, Edition edition) {
        int free = edition.library().questions().stream().map(KnownQuestion::id).filter(id -> id.matches("k\\d{1,8}"))
                .mapToInt(id -> Integer.parseInt(id.substring(1))).max().orElse(0) + 1;
        return Stream.iterate(0, i -> i < questions.size(), i -> i + 1)
                .map(i -> of(questions.get(i), edition, "k%03d".formatted(free + i))).toList();
    }

    private static Drafts of(OpenQuestion question, Edition edition, String id) {
        String words = question.wordings().getFirst();
        Reply reply = edition.answerer().ask(words);
        String start = "{\"id\": " + quoted(id) + ", \"q\": " + quoted(words) + ", \"kind\": \"asked\", \"outcome\": ";
        String alias = quoted(subject(reply, words));
        return new Drafts(question, question.last(),
                start + "\"section\", \"section\": " + quoted(CHOOSE) + "}",
                start + "\"out-of-scope\", \"section\": null, \"rows\": []}",
                "    names: [" + alias + "]", "  - [" + quoted(CHOOSE) + ", " + alias + "]", near(reply));
    }

    /** The longest word that the question is about; the question itself where none is seen. */
    private static String subject(Reply reply, String words) {
        return reply.explanation().get().terms().stream().max(Comparator.comparingInt(String::length)).orElse(words);
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
