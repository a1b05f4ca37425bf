package fr.juliu.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of a UTF-8 file of bounded size, without byte order mark and line ends. */
record TextFile(List<String> lines) {

    /** The largest file read, in bytes. */
    static final int LIMIT = 1 << 20;
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    TextFile {
        lines = List.copyOf(lines);
    }

    /** The lines of a text that stands in no file yet. */
    static TextFile of(String text) {
        return new TextFile(List.of(LINE_END.split(text, -1)));
    }

    /** The file's lines, or null and an error in {@code problems}. */
    static @Nullable TextFile read(Path path, FileProblems problems) {
        if (!Files.isRegularFile(path)) {
            problems.error(0, "this is no regular file; move it out of the folder, or put a file in its place",
                    "这不是普通文件；请把它移走，或者换成文件");
            return null;
        }
        try {
            if (Files.size(path) > LIMIT) {
                return tooLarge(problems);
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(LIMIT + 1);
                return bytes.length > LIMIT ? tooLarge(problems) : decode(bytes, problems);
            }
        } catch (IOException | SecurityException e) {
            problems.error(0, "the file cannot be read (" + e + "); check its permissions", "文件读不了；请检查权限");
            return null;
        }
    }

    private static @Nullable TextFile tooLarge(FileProblems problems) {
        problems.error(0, "the file is larger than 1 MiB; split it into several", "文件超过 1 MiB；请分成几个");
        return null;
    }

    private static @Nullable TextFile decode(byte[] bytes, FileProblems problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            problems.error(lineAt(bytes, in.position()),
                    "the bytes of this line are not UTF-8; save the file with the encoding UTF-8",
                    "这一行不是 UTF-8；请用 UTF-8 编码保存文件");
            return null;
        }
        String text = out.flip().toString();
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return of(bare);
    }

    private static int lineAt(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n')) {
                line++;
            }
        }
        return line;
    }
}
