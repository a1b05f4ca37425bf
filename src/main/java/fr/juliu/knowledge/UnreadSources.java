package fr.juliu.knowledge;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

/** Finds lines that are meant to name the sources of a section, and are taken for its text or hold no link. */
final class UnreadSources {

    private static final Pattern SOURCE = Pattern
            .compile("^[>*_+\\s【\\[-]*(?:(?:资料|資料|参考|參考|文章|信息)?(?:来源|來源|出处|出處)|[Ss]ources?)[\\s】\\]*_]*[（(【\\[：:].*");
    private static final Pattern NO_LINK = Pattern.compile("https?://|【[^】]*】");
    private static final String FORM = "; write 来源（2021 年 8 月）：[标题](https://…) as a paragraph of its own";
    private static final String FORM_IN_CHINESE = "；请单独成段，写 来源（2021 年 8 月）：[标题](https://…)";

    private UnreadSources() {
    }

    /** Looks through the lines of a body, which the document was read from. */
    static void find(List<String> body, Node document, SourceNoteReader notes, FileProblems problems) {
        for (Node node : Markdown.descendants(document)) {
            if (node instanceof Paragraph paragraph) {
                List<SourceNote> read = paragraph.getParent() instanceof Document ? notes.read(paragraph) : List.of();
                if (read.isEmpty()) {
                    paragraph.getSourceSpans().stream().mapToInt(SourceSpan::getLineIndex).distinct()
                            .filter(i -> SOURCE.matcher(body.get(i)).matches())
                            .forEach(i -> unread(i + 1, body.get(i), problems));
                }
                read.stream().filter(note -> note.remarks().stream().anyMatch(NO_LINK.asPredicate()))
                        .forEach(note -> problems.warning(note.line(), "the sources hold an address or a title in 【】"
                                + " that is no link" + FORM, "来源里有网址或【】里的标题，没有成为链接" + FORM_IN_CHINESE));
            }
        }
    }

    private static void unread(int line, String text, FileProblems problems) {
        problems.warning(line,
                "the line " + FileProblems.quote(text) + " is not read as the source of its section" + FORM,
                FileProblems.quoted(text) + "没有当作来源来读" + FORM_IN_CHINESE);
    }
}
