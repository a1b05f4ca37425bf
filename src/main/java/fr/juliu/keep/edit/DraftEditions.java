package fr.juliu.keep.edit;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.ArticleDraft;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.knowledge.Problem;
import fr.juliu.tell.Digest;
import fr.juliu.tell.Reply;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Editions of the folder with an edit that is not saved, to see what would be answered. One is built at a time, which takes
 * seconds of one processor; the last is kept as long as memory allows, and the folder is read again only when it changed.
 */
public final class DraftEditions {

    private final LibraryReader reader;
    private final ConfigFolder config;
    private final CurrentEdition current;
    private final Clock clock;
    private final ReentrantLock building = new ReentrantLock();
    private SoftReference<Saved> saved = new SoftReference<>(null);
    private SoftReference<Built> built = new SoftReference<>(null);

    public DraftEditions(LibraryReader reader, ConfigFolder config, CurrentEdition current, Clock clock) {
        this.reader = reader;
        this.config = config;
        this.current = current;
        this.clock = clock;
    }

    /**
     * An edit that is not saved.
     *
     * @param file      an article with another text; null for none
     * @param text      the whole of that text
     * @param phrasings ways of asking that are new
     */
    public record Draft(@Nullable String file, String text, List<KnownQuestion> phrasings) {

        public Draft {
            phrasings = List.copyOf(phrasings);
        }

        /** An article with another text. */
        public static Draft of(FileName name, String text) {
            return new Draft(name.name(), text, List.of());
        }
    }

    /** What came of asking. */
    public sealed interface Asked {

        /** The answers, in the order of the questions. */
        record Answers(List<Reply> replies) implements Asked {
        }

        /** Another draft is being built; ask again in a moment. */
        record Busy() implements Asked {
        }

        /** The text has errors, so that nothing can be asked of it. */
        record Broken(List<Problem> problems) implements Asked {
        }
    }

    /** The folder as it was saved, and how it looked from outside then. */
    private record Saved(String look, Library library) {
    }

    /** A draft edition, and what it was made of. */
    private record Built(String of, Edition edition) {
    }

    /**
     * Asks the edition that a draft would make.
     *
     * @param patience how long to wait for another one that is being built
     */
    public Asked ask(Draft draft, List<String> questions, Duration patience) {
        if (!isMine(patience)) {
            return new Asked.Busy();
        }
        try {
            String look = look();
            String of = Digest.of(look + "\n" + draft);
            Built last = built.get();
            if (last == null || !last.of().equals(of)) {
                Library library = saved(look);
                if (draft.file() != null) {
                    ArticleDraft article = reader.draft(draft.file(), draft.text());
                    if (article.article() == null) {
                        return new Asked.Broken(article.problems());
                    }
                    library = article.in(library);
                }
                last = new Built(of, current.get().next(taught(library, draft.phrasings()), config, clock));
                built = new SoftReference<>(last);
            }
            Edition edition = last.edition();
            return new Asked.Answers(questions.stream().map(edition.answerer()::ask).toList());
        } finally {
            building.unlock();
        }
    }

    private boolean isMine(Duration patience) {
        try {
            return building.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Library saved(String look) {
        Saved last = saved.get();
        if (last == null || !last.look().equals(look)) {
            last = new Saved(look, reader.read());
            saved = new SoftReference<>(last);
        }
        return last.library();
    }

    private static Library taught(Library library, List<KnownQuestion> more) {
        return more.isEmpty()
                ? library
                : new Library(library.articles(), library.questions(),
                        Stream.concat(library.phrasings().stream(), more.stream()).toList(), library.problems());
    }

    private boolean isRead(Path file) {
        return !reader.folder().relativize(file).toString().startsWith(".") && Files.isRegularFile(file);
    }

    /** Names, sizes and times of the files, and the settings: while they are the same, so is what they hold. */
    private String look() {
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(reader.folder(), 2)) {
            for (Path file : all.filter(this::isRead).sorted().toList()) {
                files.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        } catch (IOException e) {
            // a file went meanwhile: the folder is read anew
            files.add(clock.instant().toString());
        }
        return Digest.of(files + "\n" + config.texts());
    }
}
