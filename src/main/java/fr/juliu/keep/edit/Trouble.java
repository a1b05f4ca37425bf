package fr.juliu.keep.edit;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Objects;

/** Why a file could not be saved, in words for the keeper. */
final class Trouble {

    private static final String KEPT = "您写的还在这一页上，没有丢。";

    private Trouble() {
    }

    /** What stands in the place of a file and is none, such as a link that may lead out of the folder. */
    static final class NoPlainFile extends IOException {

        NoPlainFile(String name) {
            super("no plain file: " + name);
        }
    }

    static String told(Exception trouble) {
        if (trouble instanceof NoPlainFile) {
            return "这不是普通文件（可能是一个链接），不能在这里改；请在它所在的地方改。" + KEPT;
        }
        if (trouble instanceof AccessDeniedException || trouble instanceof ReadOnlyFileSystemException
                || says(trouble, "read-only") || trouble.getCause() instanceof ReadOnlyFileSystemException) {
            return "文章的文件夹只能读，存不进去；请运行的人让它可以写再存。" + KEPT;
        }
        if (trouble instanceof NoSuchFileException) {
            return "文章的文件夹不见了，存不进去；请运行的人看看 juliu.knowledge。" + KEPT;
        }
        if (trouble.getCause() instanceof CharacterCodingException) {
            return "文件不是 UTF-8，不能在这里改；请先用 UTF-8 另存一次。" + KEPT;
        }
        return says(trouble, "no space left")
                ? "磁盘满了，存不进去；请运行的人腾出地方再存。" + KEPT
                : "存不进去，原因在日志里；请运行的人看一眼再存。" + KEPT;
    }

    private static boolean says(Exception trouble, String words) {
        return Objects.requireNonNullElse(trouble.getMessage(), "").toLowerCase(Locale.ROOT).contains(words);
    }
}
