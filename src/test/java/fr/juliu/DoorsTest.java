package fr.juliu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Chat;
import fr.juliu.chat.Incoming;
import fr.juliu.chat.Outgoing;
import fr.juliu.chat.Person;
import fr.juliu.chat.Reception;
import fr.juliu.choose.ChoiceReader;
import fr.juliu.cli.Commands;
import fr.juliu.decide.Answer;
import fr.juliu.decide.Choice;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.edition.ModelUse;
import fr.juliu.keep.Publications;
import fr.juliu.keep.Reindexing;
import fr.juliu.keep.watch.Watchers;
import fr.juliu.knowledge.CatalogueReader;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.knowledge.Problem;
import fr.juliu.picture.Timeline;
import fr.juliu.picture.TimelinePicture;
import fr.juliu.picture.TimelineRow;
import fr.juliu.search.Lexicon;
import fr.juliu.search.PlaceIndex;
import fr.juliu.search.SearchEngine;
import fr.juliu.search.TextFolding;
import fr.juliu.search.cluster.ClusterCondition;
import fr.juliu.search.cluster.ClusterSettings;
import fr.juliu.search.cluster.OpenSearchEngine;
import fr.juliu.store.Database;
import fr.juliu.store.EditionHistory;
import fr.juliu.store.GroupSettings;
import fr.juliu.store.Groups;
import fr.juliu.store.Replicas;
import fr.juliu.telegram.send.Mail;
import fr.juliu.telegram.send.Renderer;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
import fr.juliu.tell.RichText;
import fr.juliu.understand.Aspects;
import fr.juliu.understand.PeriodReader;
import fr.juliu.understand.Question;
import fr.juliu.understand.QuestionReader;
import fr.juliu.understand.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The examples with which rooms begin: each stands in the room's package-info as it is run here (see DocumentsTest). */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "juliu.model=off")
final class DoorsTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
    private final Path folder = FirstArticle.folder();
    private final ConfigFolder config = new ConfigFolder(Path.of("config"));
    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry settings) {
        settings.add("juliu.knowledge", FirstArticle::folder);
    }

    @Test
    void knowledge() {
        Library library = new LibraryReader(folder, null, clock).read();
        String title = library.articles().getFirst().title(); // 在线申请法国外国人居留
        List<Problem> problems = library.problems(); // by file and line; nothing is thrown

        assertThat(title).isEqualTo("在线申请法国外国人居留");
        assertThat(problems).noneMatch(problem -> problem.message().isEmpty());
    }

    @Test
    void search() {
        TextFolding folding = new TextFolding();
        String folded = folding.fold("Étudiant　學生"); // etudiant学生

        assertThat(folded).isEqualTo("etudiant学生");
    }

    /** Nobody is at the address. */
    @Test
    void searchInACluster() {
        String address = "http://127.0.0.1:1";
        List<String> log = new CopyOnWriteArrayList<>();
        Library library = new LibraryReader(folder, null, clock).read();
        ClusterSettings settings = ClusterSettings.of(address); // such as http://127.0.0.1:9200
        try (OpenSearchEngine engine = new OpenSearchEngine(settings, SearchEngine.MEMORY, log::add);
                Edition edition = Edition.of(library, config, clock, new ModelUse(false, null, null, log::add),
                        engine)) {
            CurrentEdition current = new CurrentEdition(edition); // its words are put into the cluster in the background
            Reply reply = current.get().answerer().ask("怎么注册账号"); // by the index here until they are there
            ClusterCondition condition = engine.condition();

            assertThat(reply.text()).isNotEmpty();
            assertThat(condition.there()).isZero();
            assertThat(condition.here()).isPositive();
        }
    }

    @Test
    void understand() {
        TextFolding folding = new TextFolding();
        Library library = new LibraryReader(folder, null, clock).read();
        Vocabulary vocabulary = new Vocabulary(new CatalogueReader(config).read(), Aspects.read(config),
                Lexicon.read(config), folding);
        try (PlaceIndex words = new PlaceIndex(library, folding, SearchEngine.MEMORY, true)) {
            QuestionReader reader = new QuestionReader(folding, vocabulary, new PeriodReader(clock), words, null);
            Question question = reader.read("學生居留 2020 年能網上申請嗎");
            String permit = question.mentions().getFirst().permit().id(); // etudiant
            boolean online = question.asksOnline(); // true

            assertThat(permit).isEqualTo("etudiant");
            assertThat(online).isTrue();
            assertThat(question.period()).isNotNull();
        }
    }

    @Test
    void decideTellAndEdition() {
        Library library = new LibraryReader(folder, null, clock).read();
        try (Edition edition = Edition.of(library, config, clock, false)) {
            Reply reply = edition.answerer().ask("学生居留能网上申请吗");
            Reply next = edition.answerer().ask("那游客呢", reply.state()); // 可以。游客 visiteur：2021 年 9 月起…

            assertThat(next.text()).startsWith("可以。游客 visiteur：2021 年 9 月起");
            assertThat(said(next.answer())).isEqualTo("online since 2021-09");
            assertThat(said(edition.answerer().ask("灯塔几点开门").answer())).isEqualTo("nothing");
            AnswerDocument document = AnswerDocument.of("d1", reply, false);
            String outcome = document.outcome(); // listed
            RichText told = reply.shown(); // strong parts and links, for whoever can show them

            assertThat(outcome).isEqualTo("listed");
            assertThat(told.plain()).isEqualTo(reply.text());
        }
    }

    private static String said(Answer answer) {
        return switch (answer) {
            case Answer.Listed listed -> "online since " + listed.facts().getFirst().since();
            case Answer.NotListed none -> "no table lists " + none.permits();
            case Answer.Listing list -> list.facts().size() + " permits";
            case Answer.FromSection section -> section.citation().section();
            case Answer.Pinned pinned -> pinned.by() + " says so";
            case Answer.Clarify clarify -> "one of " + clarify.options();
            case Answer.Unknown unknown -> "nothing";
        };
    }

    @Test
    void store(@TempDir Path data) {
        try (Database database = Database.sqlite(data.resolve("juliu.db"))) {
            Groups groups = new Groups(database);
            groups.set("telegram:-1001234", new GroupSettings(true, 0.9));
            GroupSettings settings = groups.settings("telegram:-1001234"); // also after a restart

            assertThat(settings.auto()).isTrue();
        }
    }

    @Test
    void choose() {
        ChoiceReader answers = new ChoiceReader();
        Choice choice = answers.read("{\"choice\": \"one\", \"ids\": [\"B\"], \"unanswered\": \"\"}", 3); // passage 1
        Choice nonsense = answers.read("I would say B", 3); // unread, since it is malformed

        assertThat(choice).isEqualTo(new Choice.Passage(1, ""));
        assertThat(nonsense).isEqualTo(new Choice.Unread(Choice.Cause.MALFORMED));
    }

    @Test
    void picture() {
        TimelineRow student = new TimelineRow("2020 年 9 月", YearMonth.of(2020, 9), "学生", "étudiant", "", false);
        byte[] png = new TimelinePicture(new Timeline(List.of(student), YearMonth.of(2024, 7))).png();

        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void keep(@TempDir Path data) {
        LibraryReader reader = new LibraryReader(folder, null, clock);
        CurrentEdition current = new CurrentEdition(Edition.of(reader.read(), config, clock, false));
        try (Database database = Database.sqlite(data.resolve("juliu.db"))) {
            Publications publications = new Publications(new EditionHistory(database, clock),
                    Watchers.of(database, current, clock), new Replicas(database, clock));
            Reindexing reindexing = new Reindexing(reader, config, current, publications, clock);
            Reindexing.Report report = reindexing.run(Reindexing.Mode.PUBLISH, progress -> {
            });
            String verdict = report.verdict(); // 没有改动，不用发布，还用现在的版本。

            assertThat(verdict).isEqualTo("没有改动，不用发布，还用现在的版本。");
        }
        current.get().close();
    }

    @Test
    void chat(@Autowired Reception reception) {
        Chat chat = new Chat("telegram:5", Chat.Kind.PRIVATE, null);
        Person person = new Person("telegram:5", "小王", false);
        Incoming message = new Incoming.Message("telegram:900", chat, person, "42", "学生居留能网上申请吗",
                Instant.now(Clock.systemUTC()), true, false, null);
        List<Outgoing> todo = reception.receive(message); // a Send with the answer and its buttons

        assertThat(todo).singleElement().isInstanceOfSatisfying(Outgoing.Send.class, send -> {
            assertThat(send.buttons()).isNotEmpty();
            assertThat(send.text().plain()).startsWith("可以。学生 étudiant");
        });
    }

    @Test
    void telegramSend() {
        Chat chat = new Chat("telegram:5", Chat.Kind.PRIVATE, null);
        Outgoing send = new Outgoing.Send(chat, RichText.of("可以。"), List.of(), "42", null, false);
        Mail mail = new Renderer(() -> "m1", clock).render(List.of(send), null); // one sendMessage, to be stored

        assertThat(mail.messages()).singleElement()
                .satisfies(message -> assertThat(message.toString()).contains("可以。", "telegram:5"));
    }

    @Test
    void web() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest question = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/ask"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"question\": \"学生居留能网上申请吗\"}")).build();
            String answer = http.send(question, HttpResponse.BodyHandlers.ofString()).body(); // "outcome":"listed"

            assertThat(answer).contains("\"outcome\":\"listed\"");
        }
    }

    @Test
    void cli() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        InputStream in = new ByteArrayInputStream("学生居留能网上申请吗".getBytes(StandardCharsets.UTF_8));
        Map<String, String> environment = Map.of("JULIU_MODEL", "off", "JULIU_KNOWLEDGE", folder.toString());
        Commands commands = new Commands(in, out, System.err, environment, clock);
        int code = commands.run(new String[]{"ask", "-"}); // 0, and the answer in out

        assertThat(code).isZero();
        assertThat(written.toString(StandardCharsets.UTF_8)).startsWith("可以。学生 étudiant");
    }
}
