package fr.juliu.web.desk;

import fr.juliu.keep.edit.FileName;
import fr.juliu.keep.edit.RowEdit;
import fr.juliu.keep.edit.TextEdit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What the form of an edit holds.
 *
 * @param file      the name as it was typed or chosen
 * @param part      the place of the part, from 0
 * @param base      what the edit starts from: a fingerprint, or the line of a row
 * @param row       the cells of a row; empty ones for all that is no row
 * @param asOf      the month that a table describes from now on
 * @param before    the month that it described when the edit began
 * @param drop      whether a row is to be taken out
 * @param questions those to ask the draft, as they were typed
 */
record EditForm(String file, Kind kind, int part, String base, String text, RowEdit.Row row, String asOf, String before,
        boolean drop,
        List<Asked> questions) {

    /** How many questions a form has. */
    static final int QUESTIONS = 3;

    EditForm {
        questions = List.copyOf(questions);
    }

    /** What is edited. */
    enum Kind {
        /** An article that is not there yet. */
        NEW,
        /** A section behind the last. */
        END,
        /** A part. */
        PART,
        /** A whole file, where it cannot be read as an article. */
        WHOLE,
        /** A row of a rollout table. */
        ROW;

        /** The kind as addresses name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst()
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        }
    }

    /**
     * A question to ask the draft.
     *
     * @param as {@code known} or {@code phrasing} to keep it as one; empty to keep it not at all
     */
    record Asked(String words, String as) {
    }

    static EditForm of(HttpServletRequest request) {
        List<Asked> questions = new ArrayList<>();
        for (int i = 1; i <= QUESTIONS; i++) {
            questions.add(new Asked(told(request, "q" + i).strip(), told(request, "as" + i)));
        }
        return new EditForm(told(request, "file"), Kind.of(told(request, "kind")), number(told(request, "part")),
                told(request, "base"), told(request, "text").replace("\r\n", "\n").replace('\r', '\n'),
                new RowEdit.Row("", told(request, "date"), told(request, "permits")), told(request, "asOf"),
                told(request, "before"), request.getParameter("drop") != null, questions);
    }

    /** The file that it is about; empty when the name is none that may be edited. */
    Optional<FileName> name() {
        return kind == Kind.NEW ? FileName.ofNew(file) : FileName.of(file).filter(FileName::isArticle);
    }

    /** What it changes. */
    TextEdit edit() {
        return switch (kind) {
            case NEW -> new TextEdit.Fresh(text);
            case END -> new TextEdit.Added(text);
            case PART -> new TextEdit.Part(part, base, text);
            case WHOLE -> new TextEdit.Whole(base, text);
            case ROW -> drop
                    ? new RowEdit(base, "", "", month())
                    : new RowEdit(base, row.date(), row.permits(), month());
        };
    }

    /** The month to write; empty when this keeper left it as it was, whatever others wrote meanwhile. */
    private String month() {
        return asOf.strip().equals(before) ? "" : asOf;
    }

    /** The words of the questions that are asked. */
    List<String> asked() {
        return questions.stream().map(Asked::words).filter(words -> !words.isEmpty()).toList();
    }

    private static String told(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static int number(@Nullable String word) {
        return word != null && word.matches("\\d{1,4}") ? Integer.parseInt(word) : 0;
    }
}
