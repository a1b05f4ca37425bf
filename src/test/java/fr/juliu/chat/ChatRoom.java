package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.decide.Chooser;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.Following;
import fr.juliu.keep.HandClock;
import fr.juliu.keep.Publications;
import fr.juliu.keep.Reindexing;
import fr.juliu.keep.Statistics;
import fr.juliu.keep.Upkeep;
import fr.juliu.keep.watch.Watching;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.store.Claims;
import fr.juliu.store.Database;
import fr.juliu.store.EditionHistory;
import fr.juliu.store.Exchanges;
import fr.juliu.store.FeedbackBox;
import fr.juliu.store.GroupDesks;
import fr.juliu.store.Groups;
import fr.juliu.store.HandOvers;
import fr.juliu.store.Ids;
import fr.juliu.store.Listings;
import fr.juliu.store.MissedQuestions;
import fr.juliu.store.Mutes;
import fr.juliu.store.Outbox;
import fr.juliu.store.OutgoingMessage;
import fr.juliu.store.Pins;
import fr.juliu.store.QuestionLog;
import fr.juliu.store.Replicas;
import fr.juliu.store.Retention;
import fr.juliu.store.Unread;
import fr.juliu.store.Watches;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The whole room of a test: a database of its own, rights and time in the test's hands, and an edition to answer from. */
public final class ChatRoom implements AutoCloseable {

    public static final HandClock FIXED = new HandClock();
    /** The first article alone: quick to read, and all that these tests ask about. */
    static final Path ARTICLES = FirstArticle.folder();
    public static final ConfigFolder CONFIG = new ConfigFolder(Path.of("config"));
    /** Made once for all tests. */
    static final Edition EDITION = Edition.of(new LibraryReader(ARTICLES, null, FIXED).read(), CONFIG, FIXED, true);
    static final int LIMIT = 5;
    static final Contact NOBODY = new Contact(null, null, null, null, null);
    static final URI PUBLIC_URL = URI.create("https://juliu.example/");

    public final HandClock clock = new HandClock();
    final FakeRights rights = new FakeRights();
    final Conversations conversations;
    public final Database database;
    final Exchanges exchanges;
    final Groups groups;
    final Pins pins;
    final Mutes mutes;
    public final QuestionLog log;
    public final FeedbackBox feedback;
    final Retention retention;
    public final CurrentEdition edition;
    /** The files that its messenger has. */
    final Map<Attachment, String> files = new HashMap<>();
    /** What went to another messenger. */
    final List<Outgoing.Send> forwarded = new ArrayList<>();
    final Watching watching;
    private final Contact contact;
    private final @Nullable Chooser chooser;
    private final Outbox outbox;
    private final Ids ids;
    private final Reception reception;
    private final PageLinks pages;
    private int sent = 9000;

    public ChatRoom(Path folder) {
        this(folder, EDITION, ARTICLES, CONFIG);
    }

    /** A room whose pages are reached from outside. */
    ChatRoom(Path folder, URI publicUrl) {
        this(folder, EDITION, ARTICLES, CONFIG, new PageLinks(publicUrl), NOBODY);
    }

    /** A room whose operator says how he is reached. */
    ChatRoom(Path folder, Contact contact) {
        this(folder, EDITION, ARTICLES, CONFIG, new PageLinks(null), contact);
    }

    public ChatRoom(Path folder, Edition first, Path articles, ConfigFolder config) {
        this(folder, first, articles, config, new PageLinks(null), NOBODY);
    }

    /** A room where a second reader gets questions. */
    ChatRoom(Path folder, Chooser chooser) {
        this(folder, EDITION, ARTICLES, CONFIG, new PageLinks(null), NOBODY, chooser);
    }

    private ChatRoom(Path folder, Edition first, Path articles, ConfigFolder config, PageLinks pages,
            Contact contact) {
        this(folder, first, articles, config, pages, contact, null);
    }

    private ChatRoom(Path folder, Edition first, Path articles, ConfigFolder config, PageLinks pages,
            Contact contact, @Nullable Chooser chooser) {
        this.chooser = chooser;
        this.pages = pages;
        this.contact = contact;
        database = Database.sqlite(folder.resolve("juliu.db"));
        exchanges = new Exchanges(database, clock);
        groups = new Groups(database);
        pins = new Pins(database);
        mutes = new Mutes(database, clock);
        log = new QuestionLog(database);
        feedback = new FeedbackBox(database);
        retention = new Retention(database, clock, 90);
        outbox = new Outbox(database, clock);
        ids = new Ids(clock);
        edition = new CurrentEdition(first);
        conversations = new Conversations(edition, null, clock);
        watching = new Watching(new Watches(database), new Listings(database, clock), edition::get, ids);
        reception = reception(new Reindexing(new LibraryReader(articles, null, clock), config, edition,
                new Publications(new EditionHistory(database, clock), watching, new Replicas(database, clock)),
                clock));
    }

    /** What objections are read by, as our own settings have it. */
    public static Objections objections() {
        return new Objections(new CurrentEdition(EDITION));
    }

    private Reception reception(Reindexing reindexing) {
        GroupDesks desks = new GroupDesks(database);
        MissedQuestions missed = new MissedQuestions(database);
        WayToPerson way = new WayToPerson(contact, desks, edition);
        SecondReaders second = new SecondReaders(chooser, new Unread(database));
        Asking asking = new Asking(edition, conversations, log, missed, way, ids, AnswerListener.NONE,
                second, clock);
        Moderators moderators = new Moderators(rights, clock);
        GroupAnswers answers = new GroupAnswers(edition, pins);
        AnswerMessages messages = new AnswerMessages(edition, exchanges, pages, answers, way, ids, clock);
        GroupRules rules = new GroupRules(groups, mutes, clock, clock);
        Answering answering = new Answering(asking, answers, messages, new RecentAnswers(edition, exchanges, clock),
                rules);
        Notes notes = new Notes(pins, answers, moderators, desks, ids, clock);
        PinList list = new PinList(notes, exchanges, answers, moderators, ids, clock);
        MissedList missing = new MissedList(missed, edition, answers, notes, moderators, exchanges, ids, clock);
        PinCommands pinning = new PinCommands(notes, exchanges, moderators, list, missing, ids, clock);
        EditedPins editedPins = new EditedPins(notes, exchanges, moderators, ids, clock);
        Muting muting = new Muting(mutes, exchanges, moderators, ids, clock);
        Letters letters = new Letters(exchanges, watching, ids, clock);
        HandingOver handing = new HandingOver(way, new HandOvers(database, clock), exchanges,
                new Claims(database, clock), moderators, notes, letters, forwarded::add, ids, clock);
        PersonAnswers persons = new PersonAnswers(way, handing, exchanges, new Judgements(feedback, clock), clock);
        SetupPanel setup = new SetupPanel(moderators, desks);
        AskerCommands askers = new AskerCommands(edition, answering, conversations, new TablePages(edition),
                new TimelineMessage(edition, new Pictures(edition), new PageLinks(PUBLIC_URL)), retention, second);
        WatchCommands watches = new WatchCommands(edition, watching, asking, exchanges);
        GroupSettingsPanel panel = new GroupSettingsPanel(groups, moderators, muting, second);
        ButtonActions actions = new ButtonActions(edition, exchanges, new Judgements(feedback, clock), messages,
                new TablePages(edition), askers, panel,
                ChatConfiguration.verbs(list, missing, editedPins, persons, handing, setup, muting, watches));
        Map<String, Command> commands = new HashMap<>(askers.all());
        commands.putAll(pinning.all());
        commands.putAll(new TransferCommands(notes, moderators, (file, most) -> Optional.ofNullable(files.get(file)),
                clock).all());
        commands.put("setup", setup::open);
        commands.put("contact", new ContactCommand(way, desks, moderators)::run);
        commands.put("settings", panel::open);
        commands.put("mute", muting::open);
        commands.putAll(new AdminCommands(new Admins(Set.of(Say.ADMIN.id())), reindexing,
                new Statistics(edition, log, feedback,
                        new Upkeep(edition, log, Period.ofMonths(18), clock),
                        () -> new Following.Others(0, 0), clock),
                watching).all());
        commands.putAll(watches.all());
        commands.putAll(new TableNews(watching, moderators).all());
        Claims claims = new Claims(database, clock);
        ReplyChain chain = new ReplyChain(exchanges, conversations);
        Replying replying = new Replying(exchanges, chain, pinning, persons, actions,
                new Remarks(edition, new Objections(edition), new KnownSubjects(edition)), answering, rules, claims);
        return new WithLetters(new ChatReception(answering, chain, replying,
                new Unasked(answering, persons, rules, edition, new KnownSubjects(edition)), rules,
                new Albums(claims, exchanges, ids, clock), commands, pinning, editedPins, persons, actions,
                new InlineAnswers(edition, pages, clock), new Welcome(moderators), new AskLimit(LIMIT, clock), claims,
                exchanges, groups, clock), letters);
    }

    /** What the bot does about it; no button may say more than 64 bytes, no word to a presser more than 200 characters. */
    public List<Outgoing> receive(Incoming incoming) {
        List<Outgoing> done = reception.receive(incoming);
        for (Outgoing outgoing : done) {
            buttons(outgoing).forEach(button -> assertThat(button.data().getBytes(StandardCharsets.UTF_8))
                    .as(button.data()).hasSizeBetween(1, 64));
            if (outgoing instanceof Outgoing.Toast toast) {
                assertThat(toast.text()).hasSizeLessThanOrEqualTo(200);
            }
        }
        return done;
    }

    /** The same, the messages having gone out. */
    List<Outgoing> deliver(Incoming incoming) {
        List<Outgoing> done = receive(incoming);
        done.forEach(this::send);
        return done;
    }

    /** The id of the last message that went out. */
    String lastSent() {
        return String.valueOf(sent);
    }

    private void send(Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Again again) {
            send(again.instead());
        } else if (outgoing instanceof Outgoing.Send send) {
            sent++;
            outbox.sent(new OutgoingMessage(ids.next(), "telegram", send.chat().id(), "{}", send.exchange(),
                    clock.instant(), clock.instant(), 0), lastSent());
        }
    }

    /** The text of each message sent or edited. */
    static List<String> texts(List<Outgoing> done) {
        List<String> texts = new ArrayList<>();
        for (Outgoing outgoing : done) {
            switch (outgoing) {
                case Outgoing.Send send -> texts.add(send.text().plain());
                case Outgoing.Photo photo -> texts.add(photo.caption().plain());
                case Outgoing.Again again -> texts.add(again.text().plain());
                case Outgoing.Edit edit -> texts.add(edit.text().plain());
                case Outgoing.Toast toast -> texts.add(toast.text());
                case Outgoing.Job job -> texts.add(job.work().run(step -> {
                }).plain());
                case Outgoing.EditButtons buttons -> {
                }
                case Outgoing.File file -> texts.add(file.file().written());
                case Outgoing.Document document -> texts.add(document.content());
                case Outgoing.PinInChat pin -> {
                }
                case Outgoing.UnpinInChat unpin -> {
                }
                case Outgoing.Results results -> {
                }
            }
        }
        return texts;
    }

    /** The text of the only message. */
    static String text(List<Outgoing> done) {
        assertThat(texts(done)).hasSize(1);
        return texts(done).getFirst();
    }

    static List<Outgoing.Button> buttons(List<Outgoing> done) {
        return done.stream().flatMap(outgoing -> buttons(outgoing).stream()).toList();
    }

    /** What the first button says whose label begins so. */
    static String button(List<Outgoing> done, String label) {
        return buttons(done).stream().filter(button -> button.label().startsWith(label)).findFirst().orElseThrow()
                .data();
    }

    /** The first thing of a kind that is to be done. */
    static <T extends Outgoing> T first(List<Outgoing> done, Class<T> kind) {
        return done.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }

    private static List<Outgoing.Button> buttons(Outgoing outgoing) {
        List<List<Outgoing.Button>> rows = switch (outgoing) {
            case Outgoing.Send send -> send.buttons();
            case Outgoing.Again again -> List.of();
            case Outgoing.Edit edit -> edit.buttons();
            case Outgoing.EditButtons edit -> edit.buttons();
            case Outgoing.Toast toast -> List.of();
            case Outgoing.Photo photo -> List.of();
            case Outgoing.File file -> List.of();
            case Outgoing.Document document -> List.of();
            case Outgoing.PinInChat pin -> List.of();
            case Outgoing.UnpinInChat unpin -> List.of();
            case Outgoing.Results results -> List.of();
            case Outgoing.Job job -> List.of();
        };
        return rows.stream().flatMap(List::stream).toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
