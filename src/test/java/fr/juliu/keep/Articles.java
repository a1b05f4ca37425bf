package fr.juliu.keep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of articles that a test writes. */
public record Articles(Path folder) {

    public static final String HEAD = "---\ntitle: 上网记\nas_of: 2026-10\n---\n";

    /** An article with a table of these rows. */
    public static String table(String rows) {
        return HEAD + "\n# 名单\n\n| 日期 | 居留类型 |\n| --- | --- |\n" + rows;
    }

    public Articles with(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Articles without(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A line of known questions. */
    static String known(String id, String question, String date, String permit) {
        return "{\"id\": \"" + id + "\", \"q\": \"" + question
                + "\", \"outcome\": \"listed\", \"section\": \"名单\", \"rows\": [\""
                + date + "|" + permit + "\"]}\n";
    }
}
