package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two parts of an article's file.
 *
 * @param yaml the lines between the front matter's dashes; its first line is line 2 of the file
 * @param body the Markdown, with blank lines in the place of the front matter, so that line numbers stay true
 */
record ArticleText(List<String> yaml, List<String> body) {

    ArticleText {
        yaml = List.copyOf(yaml);
        body = List.copyOf(body);
    }

    /** The parts of a file, or null and an error in {@code problems}. */
    static @Nullable ArticleText split(TextFile file, FileProblems problems) {
        List<String> lines = file.lines();
        if (!lines.getFirst().stripTrailing().equals("---")) {
            problems.error(1, "there is no front matter; begin the file with a line ---, a line title: …, a line ---",
                    "缺少文件头；请在开头写一行 ---、一行 title: …、一行 ---");
            return null;
        }
        int end = 1;
        while (end < lines.size() && !isEnd(lines.get(end))) {
            end++;
        }
        if (end == lines.size()) {
            problems.error(1, "the front matter has no end; put a line --- below its last key",
                    "文件头没有结束；请在最后一个键下面写一行 ---");
            return null;
        }
        List<String> body = new ArrayList<>(Collections.nCopies(end + 1, ""));
        body.addAll(lines.subList(end + 1, lines.size()));
        return new ArticleText(lines.subList(1, end), body);
    }

    /** The line in the file of a front matter key, the first line when it does not stand there. */
    int lineOf(String key) {
        for (int i = 0; i < yaml.size(); i++) {
            if (yaml.get(i).startsWith(key) && yaml.get(i).substring(key.length()).stripLeading().startsWith(":")) {
                return i + 2;
            }
        }
        return 1;
    }

    private static boolean isEnd(String line) {
        String bare = line.stripTrailing();
        return bare.equals("---") || bare.equals("...");
    }
}
