package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.Amount;
import fr.juliu.Work;
import fr.juliu.trust.Tried;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that nobody would write: it may be refused, but it never throws and never takes much work. */
@Tried(value = "articles that nobody would write", part = "fuzz")
final class HostileArticlesTest {

    private static final Work LIMIT = new Work(Duration.ofSeconds(20));
    private static final int MANY = Amount.of(10_000, 100_000);
    private static final int ROUNDS = Amount.of(100, 1000);
    private static final List<String> SCRAPS = List.of("---\n", "title: x\n", "as_of: 2024-", "| 日期 | 居留类型 |\n|-|-|\n",
            "|",
            "2024 年", " 7 月", "续", "（", "）", "(", "、", "：", "- ", "> ", "\n", "\n\n", "**", "*", "_", "`", "```\n",
            "[^1]",
            "[^1]: ", "[", "](", "<br>", "<!--", "<div>", "&#xD800;", "{: .x}", "{:", "# ", "    ", "\t", "\r", "吗？",
            "\uFEFF", "\u0000", "😀", "\u2028", "a", "居留", "!", "~~~", "<", ">", "&", "\\", "\"", "'");

    private final Folder folder;

    HostileArticlesTest(@TempDir Path path) {
        folder = new Folder(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲", "> ", "- ", "*a ", "**", "_", "[", "![", "[a](", "<", "<!--", "<a", "<div>", "`", "| ",
            "-|-\n",
            "|-|\n|", "{:", "{: ", "[^1]", "[^", "[^1]: ", "（", "(（", "😀", "&amp;", "\\", "# \n", "- **吗？** 甲\n", "\t",
            " \n",
            "**a", "*a**b", "1. ", "年", "｛", "\r", "> > - "})
    void manyRepeats(String scrap) throws Exception {
        String many = scrap.repeat(MANY);
        folder.with("body.md", Folder.HEAD + many).with("row.md", Folder.HEAD + Folder.TABLE + "| 2023 年 | " + many)
                .with("date.md", Folder.HEAD + Folder.TABLE + "| " + many + " | 甲 |")
                .with("matter.md", "---\ntitle: " + many + "\n---\n").with("keys.md", "---\n" + many + "\n---\n")
                .with("html.md", Folder.HEAD + "<div>\n" + many).with("questions.jsonl", many);

        Library read = LIMIT.of(folder::read);
        assertThat(read).isNotNull();
    }

    @Test
    void deepNesting() throws Exception {
        StringBuilder list = new StringBuilder();
        for (int depth = 0; depth < 1000; depth++) {
            list.append(" ".repeat(2 * depth)).append("- **吗？** 甲\n");
        }
        folder.with("list.md", Folder.HEAD + list.substring(0, 900_000))
                .with("yaml.md", "---\ntitle: " + "[".repeat(MANY) + "\n---\n")
                .with("marks.md", Folder.HEAD + "*a **b ".repeat(MANY) + "c** d*".repeat(MANY / 10))
                .with("links.md", Folder.HEAD + "[".repeat(MANY) + "](a)".repeat(MANY))
                .with("questions.jsonl", "[".repeat(MANY));

        Library read = LIMIT.of(folder::read);
        assertThat(read.questions()).isEmpty();
    }

    @Test
    void loneSurrogates() throws Exception {
        folder.with("bytes.md", new byte[]{'-', (byte) 0xED, (byte) 0xA0, (byte) 0x80})
                .with("yaml.md", "---\ntitle: \"\\uD800\"\n---\n甲")
                .with("entity.md", Folder.HEAD + "&#xD800; &#56832;\n甲")
                .with("questions.jsonl", "{\"id\": \"\\ud800\", \"q\": \"\\udc00\", \"outcome\": \"list\"}");

        Library read = LIMIT.of(folder::read);
        assertThat(read.articles()).isNotEmpty();
    }

    @Test
    void randomBytesAndScraps() throws Exception {
        Random random = new Random(20240701);
        LIMIT.run(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
                StringBuilder scraps = new StringBuilder();
                for (int i = random.nextInt(60); i > 0; i--) {
                    scraps.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
                }
                folder.with("bytes.md", bytes).with("scraps.md", scraps.toString())
                        .with("body.md", Folder.HEAD + scraps).with("table.md", Folder.HEAD + Folder.TABLE + scraps)
                        .with("questions.jsonl", round % 2 == 0 ? "{\"id\":" + scraps : scraps.toString());
                assertThat(folder.read()).isNotNull();
            }
        });
    }
}
