package fr.juliu.telegram.send;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.tell.RichText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Texts as Telegram reads them. */
final class TelegramHtmlTest {

    private static final Pattern TAG = Pattern.compile("<(/?)(b|a)(?: href=\"[^\"<>]*\")?>");

    private final TelegramHtml html = new TelegramHtml();

    @Test
    void writesStrongPartsAndLinksAndNothingElse() {
        RichText text = RichText.builder().strong("可以 <b>").plain(" & \"so\"\n")
                .link("ANEF", "https://a.fr/?a=1&b=\"2\"")
                .link("bad", "javascript:alert(1)").build();

        assertThat(html.pages(text)).containsExactly("<b>可以 &lt;b&gt;</b> &amp; &quot;so&quot;\n"
                + "<a href=\"https://a.fr/?a=1&amp;b=&quot;2&quot;\">ANEF</a>bad");
    }

    @Test
    void sendsNothingWhenNothingIsToBeSeen() {
        assertThat(html.pages(RichText.of(" \n\u3000\u200B\uFEFF\u0000\n"))).isEmpty();
        assertThat(html.pages(RichText.builder().strong(" ").link("\n", "https://a.fr").build())).isEmpty();
        assertThat(html.editable(RichText.of(""))).isEmpty();
    }

    @Test
    void takesBlanksOffTheEndsOfAPage() {
        assertThat(html.pages(RichText.of("\n\n 一\n\n二 \n\n"))).containsExactly("一\n\n二");
    }

    @Test
    void cutsAtAnEmptyLineElseALineElseASentence() {
        assertThat(html.pages(RichText.of("a".repeat(3000) + "\n\n" + "b".repeat(500) + "\n" + "c".repeat(3000))))
                .extracting(String::length).containsExactly(3000, 3501);
        assertThat(html.pages(RichText.of("a".repeat(3000) + "。" + "b".repeat(500) + "\n" + "c".repeat(3000))))
                .extracting(String::length).containsExactly(3501, 3000);
        assertThat(html.pages(RichText.of("字".repeat(3000) + "。" + "字".repeat(3000)))).extracting(String::length)
                .containsExactly(3001, 3000);
        assertThat(html.pages(RichText.of("字".repeat(5000)))).extracting(String::length).containsExactly(4096, 904);
    }

    @Test
    void neverCutsInsideACharacter() {
        for (String page : html.pages(RichText.of("x" + "😀".repeat(5000)))) {
            assertThat(page).doesNotContainPattern("\\p{Cs}");
        }
        for (String page : html.pages(RichText.of("👩\u200D👩\u200D👧".repeat(1000)))) {
            assertThat(page).startsWith("👩").endsWith("👧");
        }
        assertThat(html.pages(RichText.of("a\uD83D b"))).containsExactly("a\uFFFD b");
    }

    @Test
    void closesAndOpensWhatACutGoesThrough() {
        List<String> pages = html.pages(RichText.builder().plain("a").link("字".repeat(5000), "https://a.fr").build());

        assertThat(pages).hasSize(2).allMatch(page -> page.endsWith("</a>"));
        assertThat(pages.getLast()).startsWith("<a href=\"https://a.fr\">");
    }

    @Test
    void saysThatATextOfOnePageGoesOn() {
        assertThat(html.editable(RichText.of("短"))).isEqualTo("短");
        String cut = html.editable(RichText.of("字".repeat(5000)));
        assertThat(cut).endsWith("（太长，后面的没有显示）").hasSizeLessThanOrEqualTo(TelegramHtml.MOST);
    }

    @Test
    void takesMarksOffForWhenTelegramCannotReadThem() {
        assertThat(html.plain("<b>1 &lt; 2</b> &amp;amp; <a href=\"https://a.fr/?a&amp;b\">这里</a>"))
                .isEqualTo("1 < 2 &amp; 这里 https://a.fr/?a&b");
    }

    @Test
    void standsAnyTextInAnyParts() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            RichText text = text(random);
            for (String page : html.pages(text)) {
                assertThat(seen(page)).isNotBlank().hasSizeLessThanOrEqualTo(TelegramHtml.MOST);
            }
            assertThat(seen(html.editable(text))).hasSizeLessThanOrEqualTo(TelegramHtml.MOST);
        }
    }

    @Test
    void cutsALongTextQuickly() {
        assertThat(html.pages(RichText.of("\n ".repeat(100_000) + "a"))).hasSize(1);
        assertThat(html.pages(RichText.of("。\n\n字".repeat(100_000)))).hasSizeGreaterThan(90);
        assertThat(html.pages(RichText.of("e\u0301".repeat(100_000)))).hasSizeGreaterThan(45);
        assertThat(html.pages(RichText.of("\u0301".repeat(100_000)))).hasSizeGreaterThan(23);
    }

    /** What people see of a page; fails when its tags are not balanced. */
    private static String seen(String page) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(page);
        while (tags.find()) {
            if (tags.group(1).isEmpty()) {
                open.push(tags.group(2));
            } else {
                assertThat(open.pop()).isEqualTo(tags.group(2));
            }
        }
        assertThat(open).isEmpty();
        String words = tags.replaceAll("");
        assertThat(words).doesNotContain("<", ">");
        return words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    }

    private static RichText text(Random random) {
        RichText.Builder text = RichText.builder();
        String[] bits = {"字", "。", "\n", "\n\n", "<b>", "</a>", "&amp;", "\"", "😀", "\uD83D", "\uDE00", " ", "é",
                "\r\n"};
        for (int part = random.nextInt(8); part >= 0; part--) {
            StringBuilder words = new StringBuilder();
            for (int count = random.nextInt(3000); count > 0; count--) {
                words.append(bits[random.nextInt(bits.length)]);
            }
            switch (random.nextInt(3)) {
                case 0 -> text.plain(words.toString());
                case 1 -> text.strong(words.toString());
                default -> text.link(words.toString(), "https://a.fr/\"><b>");
            }
        }
        return text.build();
    }
}
