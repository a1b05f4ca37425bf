package fr.juliu.chat;

import fr.juliu.store.GroupDesks;
import fr.juliu.store.Ids;
import fr.juliu.store.Pin;
import fr.juliu.store.Pins;
import fr.juliu.store.PrivateNumbers;
import fr.juliu.tell.Ellipsis;
import fr.juliu.tell.RichText;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The answers that groups keep: kept, given other questions, dropped and brought back. */
final class Notes {

    /** How many a group may keep. */
    static final int MOST = 500;
    static final int MOST_ANSWER = 3000;

    private static final int MOST_QUESTION = 200;
    static final int MOST_QUESTIONS = 10;
    private static final Pattern BETWEEN = Pattern.compile("[；;|｜\\n]+");
    static final String FULL = "本群已经记了 " + MOST + " 条回答，再多记不下了。请先在 /pins 里删掉几条。";
    private static final String TAKEN_OUT = "里面的号码没有留，写着" + PrivateNumbers.MASK
            + "。要公开电话、邮箱、微信号，请管理员自己发一条写着它的消息，再对那条写 /save 加上问题；证件号、账号一律不留。";
    private static final PrivateNumbers NUMBERS = new PrivateNumbers();

    private final Pins pins;
    private final GroupAnswers answers;
    private final Moderators moderators;
    private final GroupDesks desks;
    private final Ids ids;
    private final Clock clock;

    Notes(Pins pins, GroupAnswers answers, Moderators moderators, GroupDesks desks, Ids ids, Clock clock) {
        this.pins = pins;
        this.answers = answers;
        this.moderators = moderators;
        this.desks = desks;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is to be said and done about a note.
     *
     * @param note null where nothing was kept
     */
    record Done(@Nullable String note, RichText text, List<Outgoing> more) {

        Done {
            more = List.copyOf(more);
        }

        private static Done said(String text) {
            return new Done(null, RichText.of(text), List.of());
        }
    }

    /** The questions that a text names, parted by semicolons or lines, as they are stored. */
    static List<String> questions(String text) {
        return BETWEEN.splitAsStream(text).map(Notes::question).filter(question -> !question.isEmpty()).distinct()
                .limit(MOST_QUESTIONS).toList();
    }

    private static String question(String text) {
        return Ellipsis.cut(NUMBERS.mask(text.replaceAll("[\\s\\u3000]+", " ").strip()), MOST_QUESTION);
    }

    List<Note> of(Chat chat) {
        return Note.of(pins.of(chat.id()));
    }

    Optional<Note> byId(Chat chat, String id) {
        List<Pin> found = pins.ofNote(chat.id(), id);
        return found.isEmpty() ? Optional.empty() : Optional.of(new Note(found));
    }

    Optional<Note> byMessage(Chat chat, String message) {
        return pins.byMessage(chat.id(), message).flatMap(pin -> byId(chat, pin.note()));
    }

    /**
     * Keeps a message as the answer to questions; one that is kept already answers these, too.
     *
     * @param pin whether it is to be pinned in the chat, where the group's settings do not say otherwise
     */
    Done keep(Chat chat, Person by, Kept kept, List<String> questions, boolean pin) {
        Optional<Note> same = kept.message().isEmpty()
                ? Optional.empty()
                : byMessage(chat, kept.message())
                        .filter(note -> note.first().answer().equals(NUMBERS.maskPublished(kept.answer()))
                                && Objects.equals(note.first().file(), kept.file()));
        if (same.isEmpty() && of(chat).size() >= MOST) {
            return Done.said(FULL);
        }
        boolean wanted = pin && !kept.message().isEmpty() && desks.of(chat.id()).pins();
        boolean allowed = wanted && moderators.botMayPin(chat);
        String note = same.map(Note::id).orElseGet(ids::next);
        boolean shown = allowed || same.map(known -> known.first().shown()).orElse(false);
        questions.forEach(question -> pins.keep(new Pin(ids.next(), note, chat.id(), question, kept.answer(),
                kept.file(), kept.message(), shown, by.anonymous() ? null : by.id(), by.name(), clock.instant(),
                answers.edition(), answers.verdict(question))));
        if (allowed) {
            pins.show(chat.id(), note);
        }
        RichText.Builder text = RichText.builder().strong("记住了。")
                .plain("以后群里有人问" + Note.quoted(questions) + "，先给这个回答。");
        if (wanted && !allowed) {
            text.plain("\n没能在群里置顶：我缺少「置顶消息」（Pin Messages）的管理员权限。");
        }
        if (NUMBERS.maskPublished(kept.answer()).contains(PrivateNumbers.MASK)) {
            text.plain("\n" + TAKEN_OUT);
        }
        return new Done(note, text.build(),
                allowed ? List.of(new Outgoing.PinInChat(chat, kept.message())) : List.of());
    }

    /** Keeps a note that was taken out of a group; false when the group keeps too many already. */
    boolean takeIn(Chat chat, Person by, NoteBook.Entry entry) {
        if (of(chat).size() >= MOST) {
            return false;
        }
        Instant now = clock.instant();
        Instant at = entry.at() == null || entry.at().isAfter(now) ? now : entry.at();
        String note = ids.next();
        entry.questions().forEach(question -> pins.keep(new Pin(ids.next(), note, chat.id(), question,
                Ellipsis.cut(NUMBERS.maskPublished(entry.answer()), MOST_ANSWER), entry.file(), "", false,
                by.anonymous() ? null : by.id(), by.name(), at, answers.edition(), answers.verdict(question))));
        return true;
    }

    /** Gives another answer to all questions that a message answers. */
    void rewrite(Chat chat, String message, String answer) {
        pins.rewrite(chat.id(), message, answer);
    }

    /** Gives a note other questions; what is to be said about it. */
    RichText rename(Chat chat, String id, List<String> questions) {
        Optional<Note> note = byId(chat, id);
        if (note.isEmpty()) {
            return RichText.of("这条回答已经不在了。");
        }
        Pin first = note.get().first();
        List<Pin> renamed = new ArrayList<>();
        for (String question : questions) {
            renamed.add(new Pin(ids.next(), id, first.chat(), question, first.answer(), first.file(), first.message(),
                    first.shown(), first.byId(), first.byName(), first.at(), answers.edition(),
                    answers.verdict(question)));
        }
        pins.replace(chat.id(), id, renamed);
        return RichText.of("改好了，现在回答的是" + Note.quoted(questions) + "。");
    }

    /** Drops a note; it is no longer pinned in the chat then. */
    List<Outgoing> drop(Chat chat, Note note) {
        pins.drop(chat.id(), note.id(), clock.instant());
        return note.first().shown() && moderators.botMayPin(chat)
                ? List.of(new Outgoing.UnpinInChat(chat, note.first().message()))
                : List.of();
    }

    /** The button that brings a note back. */
    static Outgoing.Button undo(Note note) {
        return new Outgoing.Button("撤销，留着它", "pin-back:" + note.id());
    }

    /** Brings a note back, to the chat's pinned messages too. */
    Done restore(Chat chat, String id) {
        if (pins.restore(chat.id(), id, clock.instant()) == 0) {
            return Done.said("找不回来了：过了 48 小时，或者这个问题已经有了别的回答。");
        }
        Note note = byId(chat, id).orElseThrow();
        return new Done(id, RichText.of("留下了，还是先给" + note.quoted() + "这个回答。"),
                note.first().shown() && moderators.botMayPin(chat)
                        ? List.of(new Outgoing.PinInChat(chat, note.first().message()))
                        : List.of());
    }
}
