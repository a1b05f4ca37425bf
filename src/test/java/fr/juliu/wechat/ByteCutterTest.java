package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ByteCutterTest {

    private static final String LINK = "<a href=\"https://example.org/page\">条文</a>";
    private static final int MOST = 200;

    private final ByteCutter cutter = new ByteCutter(MOST, ByteCutter.READ_ON);

    @Test
    void whatFitsIsOnePage() {
        assertThat(cutter.pages("可以。")).containsExactly("可以。");
        assertThat(cutter.pages("")).isEmpty();
        assertThat(cutter.pages("a".repeat(MOST))).containsExactly("a".repeat(MOST));
    }

    @Test
    void aPageEndsWithASentenceAndSaysHowToReadOn() {
        String sentence = "一二三四五六七八九十。";
        assertThat(cutter.pages(sentence.repeat(10))).startsWith(sentence.repeat(5) + ByteCutter.READ_ON)
                .allMatch(page -> ByteCutter.bytes(page) <= MOST);
    }

    @Test
    void anEmptyLineIsPreferredToALineAndThatToASentence() {
        assertThat(cutter.pages("甲".repeat(25) + "\n\n" + "乙".repeat(8) + "\n丙。" + "丁".repeat(40)).getFirst())
                .isEqualTo("甲".repeat(25) + ByteCutter.READ_ON);
        assertThat(cutter.pages("甲".repeat(25) + "\n乙。" + "丁".repeat(60)).getFirst())
                .isEqualTo("甲".repeat(25) + ByteCutter.READ_ON);
    }

    @Test
    void aLinkIsNeverCut() {
        for (int before = 0; before < 90; before++) {
            List<String> pages = cutter.pages("x".repeat(before) + LINK + "。乙".repeat(60));
            assertThat(pages).filteredOn(page -> page.contains("<") || page.contains(">")).singleElement().asString()
                    .contains(LINK);
        }
    }

    @Test
    void randomTextsLoseNothingAndFit() {
        Random random = new Random(6);
        List<String> parts = List.of("学", "é", "a", "😀", "。", "\n", "\n\n", LINK, "！”", " ", ". ");
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(400);
            for (int i = 0; i < length; i++) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            List<String> pages = cutter.pages(text.toString());
            assertThat(pages).allMatch(page -> !page.isBlank() && ByteCutter.bytes(page) <= MOST)
                    .noneMatch(page -> page.contains("\uFFFD") || Character.isLowSurrogate(page.charAt(0)));
            String together = String.join("", pages).replace(ByteCutter.READ_ON, "");
            assertThat(bare(together)).isEqualTo(bare(text.toString()));
            assertThat(together.split(Pattern.quote(LINK), -1))
                    .hasSameSizeAs(text.toString().split(Pattern.quote(LINK), -1));
        }
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }
}
