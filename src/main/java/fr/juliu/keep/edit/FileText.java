package fr.juliu.keep.edit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file, its lines ended by \n, and how the file writes it.
 *
 * @param mark whether the file begins with a byte order mark
 * @param crlf whether its lines end with \r\n
 */
record FileText(String text, boolean mark, boolean crlf) {

    /** The text of a file that is not there yet. */
    static final FileText NONE = new FileText("", false, false);

    private static final String MARK = "\uFEFF";

    /** What a file holds. */
    static FileText read(Path file) throws IOException {
        String told;
        try {
            told = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (CharacterCodingException e) {
            throw new IOException("not UTF-8: " + file.getFileName(), e);
        }
        boolean mark = told.startsWith(MARK);
        return new FileText(lines(mark ? told.substring(1) : told), mark, told.contains("\r\n"));
    }

    /** The file as it is. */
    byte[] bytes() {
        return written(text);
    }

    /** Another text, written as the file writes its own. */
    byte[] written(String other) {
        String lines = lines(other);
        return ((mark ? MARK : "") + (crlf ? lines.replace("\n", "\r\n") : lines)).getBytes(StandardCharsets.UTF_8);
    }

    /** A text with its lines ended by \n. */
    static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
