package fr.juliu.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A terminal of a test, in August 2024: commands typed into it, and folders of files around it. */
record Terminal(Path home, Map<String, String> environment, String input, Screens screens) {

    static final String ARTICLE = """
            ---
            title: 网上申请
            as_of: 2024-07
            source: https://example.org/anef
            ---
            ## 居留
            | 日期 | 居留类型 |
            | --- | --- |
            | 2021 年 9 月 | 游客 visiteur |
            | 2020 年 9 月 | 学生 étudiant |

            ## 工作许可
            工作许可（autorisation de travail）由公司在平台上申请。
            """;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-08-15T12:00:00Z"), ZoneOffset.UTC);

    /** What a command left behind. */
    record Output(int code, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }

        /** Each line as the object that it is. */
        List<JsonNode> objects() {
            return out.lines().map(new JsonMapper()::readTree).toList();
        }

        JsonNode object() {
            return objects().getFirst();
        }
    }

    static Terminal in(Path home) {
        return new Terminal(home, Map.of(), "", Screens.NONE);
    }

    Terminal with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Terminal(home, more, input, screens);
    }

    Terminal typing(String text) {
        return new Terminal(home, environment, text, screens);
    }

    Terminal at(Screens watched) {
        return new Terminal(home, environment, input, watched);
    }

    /** A file under the home folder, its own folders made. */
    Path file(String name, String text) {
        try {
            Path file = home.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder under the home folder that holds this one article. */
    String folder(String name, String article) {
        return String.valueOf(file(name + "/a.md", article).getParent());
    }

    Output run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Commands(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), stream(out),
                stream(err), environment, CLOCK, screens).run(args);
        return new Output(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Asks with the articles of the folder {@code articles}, which holds {@link #ARTICLE}. */
    Output ask(String... args) {
        return run(words(words("ask", "--knowledge", folder("articles", ARTICLE)), args));
    }

    static String[] words(String[] first, String... then) {
        String[] all = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, all, first.length, then.length);
        return all;
    }

    private static String[] words(String... words) {
        return words;
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
