package fr.juliu.web;

import fr.juliu.trust.Alone;
import fr.juliu.trust.Fuzz;
import fr.juliu.trust.Mutation;
import fr.juliu.trust.Trust;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of questions and of feedback, changed by chance: each is read, or refused in our words. */
@Tag("trust")
@Timeout(3600)
@ResourceLock(providers = Alone.class)
final class BodiesFuzzTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Mutation BODIES = new Mutation(List.of("{\"question\": \"学生居留能网上申请吗\"}",
            "{\"question\": \"那游客呢？\", \"id\": \"q1\", \"conversation\": \"c1\", \"explain\": true}",
            "{\"id\": 17, \"question\": \"\\u5b66\\ud83d\\ude00\", \"more\": [1, 2.5, {\"a\": null}]}",
            "{\"id\": \"a1\", \"useful\": true}",
            "{\"id\": \"a1\", \"useful\": false, \"reason\": \"过时了\", \"link\": \"https://www.service-public.fr/x?y=1#z\"}"));

    @Test
    void noBodyIsTooMuch() {
        Fuzz.run("HTTP bodies", Trust.of(2000, 1_000_000), BodiesFuzzTest::body, body -> {
            try {
                AskRequest.read(body, JSON);
            } catch (RefusedException e) {
                // as it should be
            }
            try {
                FeedbackRequest.read(body, JSON);
            } catch (RefusedException e) {
                // as it should be
            }
        });
    }

    /** UTF-8 for the most part, some with a byte that is none. */
    private static byte[] body(Random random) {
        byte[] body = BODIES.of(random).getBytes(StandardCharsets.UTF_8);
        if (body.length > 0 && random.nextInt(8) == 0) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }
}
