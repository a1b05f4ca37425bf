package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether questions ask the same, on pairs made to be hard: those that do not share form and words with those that do.
 * Half of them were used for tuning, the floors are for the other half.
 */
final class LikenessTest {

    private static final Edition EDITION = QuestionSets.edition(EnumSet.allOf(Part.class));

    @Test
    void heldOutPairs() throws IOException {
        List<JsonNode> pairs = pairs("held-out");
        long alike = pairs.stream().filter(pair -> pair.get("alike").asBoolean()).filter(LikenessTest::taken).count();
        long wrong = pairs.stream().filter(pair -> !pair.get("alike").asBoolean()).filter(LikenessTest::taken).count();
        System.out.printf("alike pairs taken for alike %d of 60, others %d of 60%n", alike, wrong);

        assertThat(pairs).hasSize(120);
        assertThat(alike).as("alike pairs taken for alike").isGreaterThanOrEqualTo(29);
        assertThat(wrong).as("other pairs taken for alike").isLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"学生居留能网上申请吗,學生居留能網上申請嗎,1", "学生居留能网上申请吗,游客居留能网上申请吗,0", "75 换卡要多久,93 换卡要多久,0",
            "10 年卡首次能网上申请吗,10 年卡续签能网上申请吗,0"})
    void whatTellsTwoQuestionsApartWhateverTheyShare(String question, String other, double likeness) {
        assertThat(EDITION.answerer().likeness(question, other)).isEqualTo(likeness);
    }

    private static boolean taken(JsonNode pair) {
        return EDITION.answerer().likeness(pair.get("a").asString(), pair.get("b").asString()) >= Answerer.ALIKE;
    }

    private static List<JsonNode> pairs(String part) throws IOException {
        JsonMapper json = new JsonMapper();
        return Files.readAllLines(Path.of("src/test/resources/alike.jsonl")).stream().map(json::readTree)
                .filter(pair -> pair.get("part").asString().equals(part)).toList();
    }
}
