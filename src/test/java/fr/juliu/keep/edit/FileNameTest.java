package fr.juliu.keep.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names may be edited; none leads out of the folder. */
final class FileNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../a.md", "..\\a.md", "/etc/passwd", "/a.md", "a/b.md", "./a.md",
            "a/../b.md",
            "phrasings/../a.md", "phrasings/../../a.jsonl", "phrasings/.x.jsonl", "phrasings//a.jsonl",
            "phrasings/a/b.jsonl", "phrasings/..jsonl", "phrasings/.jsonl", ".hidden.md", ".former/a.md", ".git/config",
            "a.md\u0000.txt", "a\n.md", "a\u202Emd.md", "\uD800.md", "C:a.md", "C:\\a.md", "a.md/", "a.md ", " a.md",
            "a.txt",
            "README.md", "readme.MD", "questions.jsonl/", "../knowledge/questions.jsonl", "permits.yml", "~/a.md",
            "%2e%2e/a.md", "file:///etc/a.md", "a|b.md"})
    void whatIsNoneIsRefused(String name) {
        assertThat(FileName.of(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.md", "居留.md", "Carte Bleue.md", "questions.jsonl", "phrasings/none.jsonl",
            "phrasings/people-c2.jsonl", "a..b.md", "x.MD"})
    void whatStandsInTheFolderIsAllowed(String name) {
        assertThat(FileName.of(name)).isPresent();
    }

    @Test
    void aNewArticleHasAPlainName() {
        assertThat(FileName.ofNew("carte-bleue")).contains(new FileName("carte-bleue.md"));
        assertThat(FileName.ofNew(" carte-2.md ")).contains(new FileName("carte-2.md"));
        for (String odd : new String[]{"Carte", "carte bleue", "-a", "a-", "readme", "居留", "a.b", "a".repeat(61)}) {
            assertThat(FileName.ofNew(odd)).as(odd).isEmpty();
        }
    }
}
