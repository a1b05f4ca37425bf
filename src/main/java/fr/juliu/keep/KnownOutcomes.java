package fr.juliu.keep;

import fr.juliu.edition.Scorecard;
import fr.juliu.edition.TableChange;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.tell.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether each known question was answered rightly when the folder was published, and the rows of its tables then; kept in
 * a small file, questions by a fingerprint of what they ask and expect. So what fails now is told apart from what failed
 * before. A file that cannot be read or written counts as none.
 */
public final class KnownOutcomes {

    /** Its name in the folder of data. */
    public static final String FILE = "known-questions.json";

    private static final Logger LOG = LoggerFactory.getLogger(KnownOutcomes.class);
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final @Nullable Path file;
    private final TreeMap<String, Boolean> right = new TreeMap<>();
    private List<String> rows = List.of();

    /** What the file holds. */
    private record Kept(Map<String, Boolean> right, List<String> rows) {
    }

    private KnownOutcomes(@Nullable Path file) {
        this.file = file;
    }

    /**
     * What is kept in a folder.
     *
     * @param data null, or no folder, where nothing is to be kept
     */
    public static KnownOutcomes in(@Nullable Path data) {
        KnownOutcomes outcomes = new KnownOutcomes(
                data == null || !Files.isDirectory(data) ? null : data.resolve(FILE));
        if (outcomes.file != null && Files.exists(outcomes.file)) {
            try {
                Kept kept = JSON.readValue(Files.readString(outcomes.file), Kept.class);
                outcomes.right.putAll(kept.right());
                outcomes.rows = List.copyOf(kept.rows());
            } catch (IOException | JacksonException | NullPointerException e) {
                LOG.warn("What is known of earlier answers in {} cannot be read ({}); it is noted anew", outcomes.file,
                        e.toString());
                outcomes.right.clear();
            }
        }
        return outcomes;
    }

    /** Whether nothing is known of any question. */
    public boolean isEmpty() {
        return right.isEmpty();
    }

    /** Whether a question was answered rightly; empty where it is not known, as when it is new or expects another answer. */
    public Optional<Boolean> wasRight(KnownQuestion question) {
        return Optional.ofNullable(right.get(key(question)));
    }

    /** How the tables changed since; nothing did where it is not known. */
    public TableChange tableChange(Library now) {
        List<String> after = TableChange.rows(now);
        return TableChange.between(isEmpty() ? after : rows, after);
    }

    /** Notes what was published, in place of all that was known. */
    public void published(Library library, List<Scorecard.Miss> misses) {
        right.clear();
        rows = TableChange.rows(library);
        note(library, misses);
    }

    /** Notes a check of the folder that is to be published: what was right once stays so until that is published. */
    public void checked(Library library, List<Scorecard.Miss> misses) {
        if (isEmpty()) {
            rows = TableChange.rows(library);
        }
        note(library, misses);
    }

    private void note(Library library, List<Scorecard.Miss> misses) {
        Set<String> wrong = misses.stream().map(miss -> key(miss.question())).collect(Collectors.toSet());
        library.questions().stream().map(KnownOutcomes::key)
                .forEach(key -> right.merge(key, !wrong.contains(key), Boolean::logicalOr));
        if (file != null) {
            write(file);
        }
    }

    private void write(Path whole) {
        try {
            Path fresh = Files.createTempFile(whole.toAbsolutePath().getParent(), FILE, ".new");
            try {
                Files.writeString(fresh, JSON.writeValueAsString(new Kept(right, rows)) + "\n");
                Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.warn("What is known of answers cannot be written to {}: {}", whole, e.toString());
        }
    }

    private static String key(KnownQuestion known) {
        return Digest.of(String.join("\n", known.question(), known.after().toString(), known.outcome(),
                known.headings().toString(), known.rows().toString(), known.must().toString()));
    }
}
