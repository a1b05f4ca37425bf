package fr.juliu.chat;

import fr.juliu.tell.RichText;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands with which moderators take their group's notes out as a file, and put them in. */
final class TransferCommands {

    private static final int MOST_BYTES = 2_000_000;
    private static final int MISTAKES = 5;
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final String HOW = "请回复 /export 得到的那个 JSON 文件（或者写着这样 JSON 的消息），写 /import";
    private static final String NO_NOTES = "这不是 /export 得到的 JSON，或者读不出来（最大 2 MB）。没有动本群的回答。";

    private final Notes notes;
    private final Moderators moderators;
    private final FileReader files;
    private final Clock clock;

    TransferCommands(Notes notes, Moderators moderators, FileReader files, Clock clock) {
        this.notes = notes;
        this.moderators = moderators;
        this.files = files;
        this.clock = clock;
    }

    /** The commands by name. */
    Map<String, Command> all() {
        return Map.of("export", guarded(this::export), "import", guarded(this::takeIn));
    }

    private Command guarded(Command command) {
        return (message, argument) -> {
            if (!message.chat().isGroup()) {
                return Messages.say(message, "这个命令在群里用。");
            }
            return moderators.refusal(Moderators.Right.PIN, message)
                    .orElseGet(() -> command.run(message, argument));
        };
    }

    private List<Outgoing> export(Incoming.Message message, String argument) {
        List<Note> all = notes.of(message.chat());
        if (all.isEmpty()) {
            return Messages.say(message, "本群还没有记住的回答。");
        }
        return List.of(new Outgoing.Document(message.chat(),
                "juliu-notes-" + LocalDate.ofInstant(clock.instant(), FRANCE) + ".json", NoteBook.of(all).json(),
                RichText.of("文件没能发出来，请过一会儿再写 /export"), Messages.replyTo(message)));
    }

    private List<Outgoing> takeIn(Incoming.Message message, String argument) {
        Incoming.Quoted quoted = message.quoted();
        if (quoted == null) {
            return Messages.say(message, HOW);
        }
        return List.of(new Outgoing.Job(message.chat(), RichText.of("正在读…"), Messages.replyTo(message),
                progress -> RichText.of(takenIn(message, quoted))));
    }

    private String takenIn(Incoming.Message message, Incoming.Quoted quoted) {
        Attachment file = quoted.file();
        Optional<NoteBook> book = (file == null ? Optional.of(quoted.text()) : files.text(file, MOST_BYTES))
                .flatMap(NoteBook::read);
        if (book.isEmpty()) {
            return NO_NOTES;
        }
        int kept = 0;
        for (NoteBook.Entry entry : book.get().entries()) {
            if (!notes.takeIn(message.chat(), message.person(), entry)) {
                return told(kept, book.get()) + "\n" + Notes.FULL;
            }
            kept++;
        }
        return told(kept, book.get());
    }

    private static String told(int kept, NoteBook book) {
        String text = "导入了 " + kept + " 条；和本群已有的问题一样的，换成了新的。/pins 里看。";
        return book.mistakes().isEmpty()
                ? text
                : text + "\n没有导入 " + book.mistakes().size() + " 条："
                        + book.mistakes().stream().limit(MISTAKES).collect(Collectors.joining("；"));
    }
}
