package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.search.TextFolding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The chat page's own words in traditional characters. */
final class OwnWordsTest {

    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern TEXT = Pattern.compile("'[^'\\n]*'|`[^`]*`");

    @Test
    void everyCharacterOfThemHasItsTraditionalForm() throws IOException {
        TextFolding folding = new TextFolding();
        String dom = Files.readString(STATIC.resolve("dom.js"));
        String simple = constant(dom, "SIMPLE");
        String full = constant(dom, "FULL");
        Map<String, String> missing = new TreeMap<>();
        for (String file : List.of("answer.js", "chat.js")) {
            TEXT.matcher(Files.readString(STATIC.resolve(file))).results().flatMap(
                    text -> text.group().codePoints().mapToObj(Character::toString)).forEach(sign -> {
                        String wanted = folding.traditional(sign);
                        if (!wanted.equals(sign) && !simple.contains(sign)) {
                            missing.put(sign, wanted);
                        }
                    });
        }
        assertThat(missing).isEmpty();
        assertThat(simple).hasSameSizeAs(full);
        for (int i = 0; i < simple.length(); i++) {
            String sign = simple.substring(i, i + 1);
            String form = full.substring(i, i + 1);
            assertThat(folding.traditional(sign).equals(form) || folding.simplify(form).equals(sign)).as(sign + form)
                    .isTrue();
        }
    }

    private static String constant(String script, String name) {
        Matcher found = Pattern.compile("const " + name + " = '([^']*)'").matcher(script);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
