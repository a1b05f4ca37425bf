package fr.juliu.keep.edit;

import fr.juliu.keep.git.GitClone;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.ArticlePart;
import fr.juliu.knowledge.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of articles as the keeper edits it: one save at a time, and no file is ever half written. */
public final class KnowledgeFolder {

    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeFolder.class);

    private final LibraryReader reader;
    private final Path folder;
    private final FormerTexts former;
    private final Clock clock;
    private final ReentrantLock saving = new ReentrantLock();

    public KnowledgeFolder(LibraryReader reader, Clock clock) {
        this.reader = reader;
        this.folder = reader.folder();
        this.former = new FormerTexts(folder, clock);
        this.clock = clock;
    }

    /** A file that is to be written. */
    private record Pending(FileName name, @Nullable FileText before, String after) {

        boolean changes() {
            return before == null || !before.text().equals(after);
        }
    }

    /** The articles, by name; none when the folder cannot be read. */
    public List<FileName> articles() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> FileName.of(String.valueOf(file.getFileName()))).flatMap(Optional::stream)
                    .filter(FileName::isArticle).sorted((a, b) -> a.name().compareTo(b.name())).toList();
        } catch (IOException e) {
            LOG.warn("The folder of articles cannot be read: {}", e.toString());
            return List.of();
        }
    }

    /** The text of a file, its lines ended by \n; empty when there is none that may be edited. */
    public Optional<String> read(FileName name) {
        try {
            return text(name).map(FileText::text);
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", name.name(), e.toString());
            return Optional.empty();
        }
    }

    /** The parts of the text of an article; none when it cannot be read as one. */
    public List<ArticlePart> parts(FileName name, String text) {
        Article article = name.isArticle() ? reader.draft(name.name(), text).article() : null;
        return article == null ? List.of() : ArticlePart.of(text, article);
    }

    /** What a file would hold after an edit; empty when it no longer holds what the edit starts from. */
    public Optional<String> after(FileName name, TextEdit edit) {
        return edit.apply(read(name).orElse(null), text -> parts(name, text));
    }

    /**
     * Saves edits of several files together.
     *
     * @param what for the history, in one line
     */
    public Saving save(Map<FileName, TextEdit> edits, String what) {
        saving.lock();
        try {
            List<Pending> pending = new ArrayList<>();
            if (!Files.isDirectory(folder)) {
                throw new NoSuchFileException(folder.toString());
            }
            for (Map.Entry<FileName, TextEdit> each : edits.entrySet()) {
                FileName name = each.getKey();
                FileText before = text(name).orElse(null);
                String held = before == null ? null : before.text();
                Optional<String> after = each.getValue().apply(held, text -> parts(name, text));
                if (after.isEmpty()) {
                    return new Saving.Stale(name, Objects.requireNonNullElse(held, ""));
                }
                pending.add(new Pending(name, before, after.get()));
            }
            List<Pending> changed = pending.stream().filter(Pending::changes).toList();
            return changed.isEmpty() ? new Saving.Unchanged() : write(changed, what);
        } catch (IOException | RuntimeException e) {
            LOG.warn("Nothing or not all of {} could be written: {}",
                    edits.keySet().stream().map(FileName::name).collect(Collectors.joining(", ")), e.toString());
            return new Saving.Refused(Trouble.told(e));
        } finally {
            saving.unlock();
        }
    }

    private Saving write(List<Pending> changed, String what) throws IOException {
        Optional<GitClone> clone = gitClone();
        String copy = clone.isEmpty() ? keepFormer(changed) : null;
        for (Pending each : changed) {
            Path file = each.name().in(folder);
            Path parent = Objects.requireNonNull(file.getParent());
            if (!Files.isDirectory(parent)) {
                Files.createDirectory(parent);
            }
            FileText before = each.before();
            WholeFile.write(file,
                    (before == null ? FileText.NONE : before).written(each.after()));
        }
        if (clone.isEmpty()) {
            return new Saving.Saved(null, copy, "");
        }
        try {
            String commit = clone.get().commit(changed.stream().map(each -> each.name().in(folder)).toList(), what,
                    clock);
            return new Saving.Saved(commit, null, "");
        } catch (IOException e) {
            LOG.warn("What was saved could not be committed: {}", e.toString());
            return new Saving.Saved(null, keepFormer(changed), "没能记进 git，原因在日志里。");
        }
    }

    private Optional<GitClone> gitClone() {
        try {
            return GitClone.around(folder);
        } catch (IOException e) {
            LOG.warn("The git clone of the articles cannot be read, former texts are copied instead: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Keeps what the files hold; the place of the first copy, null when no file was there. */
    private @Nullable String keepFormer(List<Pending> changed) throws IOException {
        String first = null;
        for (Pending each : changed) {
            FileText before = each.before();
            if (before != null) {
                String copy = former.keep(each.name(), before.bytes());
                first = first == null ? copy : first;
            }
        }
        return first;
    }

    /** What a file holds; empty when there is none. */
    private Optional<FileText> text(FileName name) throws IOException {
        Path file = name.in(folder);
        Path parent = Objects.requireNonNull(file.getParent());
        if (Files.exists(parent, LinkOption.NOFOLLOW_LINKS) && !parent.toRealPath().startsWith(folder.toRealPath())) {
            throw new Trouble.NoPlainFile(name.name());
        }
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Trouble.NoPlainFile(name.name());
        }
        return Optional.of(FileText.read(file));
    }
}
