package fr.juliu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.JuliuApplication;
import fr.juliu.keep.Articles;
import fr.juliu.store.Database;
import fr.juliu.store.Databases;
import fr.juliu.store.Tries;
import fr.juliu.web.Client;
import io.github.bucket4j.TimeMeter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** Two whole apps on one PostgreSQL, each with a folder of its own, over real HTTP. */
@Tag("integration")
final class ReplicasTest {

    private static final String PASSWORD = "居留管理台的密码";
    private static final String APRIL = Articles
            .table("| 2023 年 4 月 | 学生 étudiant |\n| 2022 年 3 月 | 游客 visiteur |\n");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path folder = Path.of("");

    private static Replica one = new Replica(Path.of(""));
    private static Replica other = new Replica(Path.of(""));

    @BeforeAll
    static void start() {
        String database = Databases.newPostgres();
        one = new Replica(folder.resolve("one"));
        other = new Replica(folder.resolve("other"));
        one.start(database);
        other.start(database);
    }

    @AfterAll
    static void stop() {
        one.stop();
        other.stop();
    }

    @Test
    void aReindexIsAnsweredByAllAndARollbackToo() {
        DeskClient keeper = one.browser("192.0.2.1");
        keeper.logIn(PASSWORD);
        assertThat(one.since()).isEqualTo("2023-04");
        one.write(APRIL.replace("2023 年 4 月", "2023 年 5 月"));
        other.write(APRIL.replace("2023 年 4 月", "2023 年 5 月"));
        keeper.post("/desk/reindex", "mode=publish");
        await(() -> one.since().equals("2023-05"));
        await(() -> other.since().equals("2023-05"));
        assertThat(other.health().path("details").path("replicas").asString()).isEqualTo("in step");

        one.write(APRIL.replace("2023 年 4 月", "2023 年 6 月"));
        other.articles().with("b.md", "---\ntitle: [未完\n---\n");
        keeper.post("/desk/reindex", "mode=publish");
        await(() -> one.since().equals("2023-06"));
        await(() -> other.health().path("status").asString().equals("DEGRADED"));
        assertThat(other.health().path("details").path("replicas").asString()).contains("b.md");
        assertThat(other.since()).isEqualTo("2023-05");

        keeper.post("/desk/rollback", "");
        assertThat(one.since()).isEqualTo("2023-05");
        await(() -> other.health().path("status").asString().equals("UP"));
        assertThat(other.since()).isEqualTo("2023-05");
    }

    @Test
    void whoLoggedInAtOneUsesTheDeskOfTheOther() {
        DeskClient keeper = one.browser("192.0.2.2");
        assertThat(keeper.logIn(PASSWORD).headers().firstValue("Location")).contains("/desk");
        DeskClient there = keeper.at(other.port());
        assertThat(there.get("/desk/edition").statusCode()).isEqualTo(200);
        there.post("/desk/logout", "");
        assertThat(keeper.get("/desk/edition").statusCode()).isEqualTo(302);
    }

    @Test
    void whatTheDatabaseHoldsOpensNoDesk() {
        DeskClient keeper = one.browser("192.0.2.3");
        keeper.logIn(PASSWORD);
        keeper.cut("desk", 10);
        assertThat(keeper.get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void wrongPasswordsAreCountedTogether() {
        DeskClient guesser = one.browser("192.0.2.4");
        DeskClient there = guesser.at(other.port());
        for (int i = 0; i < 5; i++) {
            assertThat((i % 2 == 0 ? guesser : there).logIn("wrong password " + i).statusCode()).isEqualTo(302);
        }
        assertThat(there.logIn(PASSWORD).statusCode()).isEqualTo(429);
        assertThat(guesser.logIn(PASSWORD).statusCode()).isEqualTo(429);
        assertThat(other.browser("192.0.2.5").logIn(PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void aBrowserThatOneLetInIsKnownToTheOther() {
        DeskClient keeper = one.browser("192.0.2.6");
        keeper.logIn(PASSWORD);
        for (int i = 0; i < 20; i++) {
            one.browser("192.0.2.6").logIn("wrong password " + i);
        }
        assertThat(other.browser("192.0.2.6").logIn(PASSWORD).statusCode()).as("a stranger").isEqualTo(429);
        assertThat(keeper.at(other.port()).logIn(PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void aTalkGoesOnAtTheOther() {
        String talk = "0123456789abcdef0123456789abcdef";
        assertThat(one.ask("学生居留能网上申请吗", talk).path("outcome").asString()).isEqualTo("listed");
        JsonNode visitor = other.ask("那游客呢", talk);
        assertThat(visitor.path("outcome").asString()).isEqualTo("listed");
        assertThat(visitor.path("rollout").get(0).path("permit").asString()).contains("游客");
        assertThat(one.ask("学生呢", talk).path("rollout").get(0).path("permit").asString()).contains("学生");
        assertThat(other.ask("那呢", "fedcba9876543210fedcba9876543210").path("outcome").asString())
                .as("another talk").isEqualTo("unknown");
    }

    private static void await(BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Has all tries of a password within one minute, however long they take. */
    private record Standing(ConfigurableApplicationContext app) implements BeanPostProcessor {

        private static final Clock NOW = Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC);

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return switch (bean) {
                case TimeMeter meter -> new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return 0;
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return false;
                    }
                };
                case Tries tries -> new Tries(app.getBean(Database.class), NOW);
                default -> bean;
            };
        }
    }

    /** One of the apps. */
    private static final class Replica {

        private final Articles articles;
        private final Path data;
        private ConfigurableApplicationContext context = new GenericApplicationContext();

        Replica(Path place) {
            articles = new Articles(place.resolve("articles"));
            data = place.resolve("data");
        }

        void start(String database) {
            write(APRIL);
            SpringApplication app = new SpringApplication(JuliuApplication.class);
            app.setRegisterShutdownHook(false);
            app.addInitializers(made -> made.getBeanFactory().addBeanPostProcessor(new Standing(made)));
            context = app.run(List.of("--juliu.data=" + data, "--juliu.knowledge=" + articles.folder(),
                    "--juliu.database-url=" + database, "--juliu.desk.password=" + PASSWORD, "--juliu.model=off",
                    "--juliu.warm-up=false",
                    "--juliu.trusted-proxies=127.0.0.1,::1", "--juliu.operators=127.0.0.1,::1", "--server.port=0")
                    .toArray(String[]::new));
        }

        void stop() {
            context.close();
        }

        Articles articles() {
            return articles;
        }

        void write(String text) {
            articles.with("a.md", text);
        }

        int port() {
            return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
        }

        DeskClient browser(String address) {
            return new DeskClient(port(), address);
        }

        String since() {
            return ask("学生居留什么时候能网上申请", null).path("rollout").path(0).path("since").asString();
        }

        JsonNode ask(String question, @Nullable String talk) {
            return new Client(port()).answer(
                    talk == null ? Map.of("question", question) : Map.of("question", question, "conversation", talk));
        }

        JsonNode health() {
            HttpResponse<String> response = new Client(port()).get("/actuator/health");
            return Client.JSON.readTree(response.body()).path("components").path("knowledge");
        }
    }
}
