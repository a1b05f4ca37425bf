package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.Work;
import fr.juliu.decide.Answer;
import fr.juliu.decide.DialogueState;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
import fr.juliu.trust.Tried;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that nobody means: never an exception, never much work, and no verdict where no known word stands. */
@Tried(value = "questions that nobody means", part = "fuzz")
final class HostileQuestionsTest {

    private static final Work LIMIT = new Work(Duration.ofSeconds(20));
    private static final Work LONG_LIMIT = new Work(Duration.ofSeconds(60));
    private static final int MANY = 100_000;
    private static final int LONGEST = 1000;
    private static final int QUESTIONS = 2000;
    private static final List<String> KNOWN = List.of("学生", "居留", "游客", "10 年卡", "续", "法国人", "老公", "孩子", "网上", "申请",
            "什么时候",
            "哪些", "除了", "最近", "不", "没", "丢了", "2023 年", "4 月", "第三季度", "去年", "之前", "以来", "多少钱", "报错", "人道主义", "呢", "那",
            "你好",
            "谢谢", "滚", "visiteur", "étudiant", "xuesheng", "en ligne", "？", "，", " ", "…", "(", "\uD800", "\u0000", "學",
            "*:*", "99999999999");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-08-15T12:00:00Z"), ZoneOffset.UTC);
    private static final Edition EDITION = Edition.of(
            new LibraryReader(Path.of("src/test/resources/conversations"), null, CLOCK).read(),
            new ConfigFolder(Path.of("config")), CLOCK, true);

    @BeforeAll
    static void warmUp() {
        ask("xuesheng juliu", null);
    }

    @AfterAll
    static void close() {
        EDITION.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲", "的", "哈哈", "a", "é", "ab ", "0", "9", " ", "\n", "\t", "\u3000", "?", "？", "。", "(",
            ")", "((",
            "[", "]", "{", "}", "<", ">", "*", "*:*", " *", "+", "-", "~", "^", "\"", "'", "\\", "/", "|", "||", "&&",
            "!", "#",
            "$", "%", "%s", "${", "{{", "😀", "👨‍👩‍👧 ", "🇫🇷", "\uD800", "\uDC00", "\uDC00\uD800", "\u202E",
            "\u200F", "\u200B",
            "\uFEFF", "\u0000", "\u0301", "\u0007", "ﷺ", "ا", "<b>", "&amp;", " AND ", " OR ", "NOT ", "年", "…",
            "aaaa!"})
    void repeatsWithoutAKnownWord(String scrap) throws Exception {
        LIMIT.run(() -> {
            assertNoVerdict(scrap);
            assertNoVerdict(scrap.repeat(50));
            assertNoVerdict(scrap.repeat(LONGEST).substring(0, LONGEST));
            assertNoVerdict(scrap.repeat(MANY));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"学生", "居留卡 ", "卡", "续", "除了", "网上申请", "什么时候", "2023 年 4 月", "23年", "第三季度", "法国人", "老公",
            "孩子是",
            "娃…法国 ", "你好", "滚", "呢", "？学生", "étudiant ", "passeport-talent ", "passeprot talant ", "xuesheng ", "ju",
            "x u e ",
            "學生", "二零二三年", "10", "avril 2023 ", "R. 431-2 ", "人道主义"})
    void repeatsOfKnownWords(String word) throws Exception {
        LIMIT.run(() -> {
            ask(word.repeat(20), null);
            Reply reply = ask(word.repeat(LONGEST).substring(0, LONGEST), null);
            ask(word.repeat(LONGEST).substring(0, LONGEST), reply.state());
            ask(word.repeat(MANY), reply.state());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "*:*", "😀😀😀", "\u202Eabc\u202C", "\u0000\u0000", "\uD83D", "' OR 1=1 --",
            "'; DROP TABLE x; --",
            "SELECT * FROM users WHERE id = 1 UNION SELECT 2", "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<!--", "]]>", "{\"a\": [", "${jndi:ldap://x/a}", "{{7*7}}", "../../etc/passwd", "%00", "\\u0000", "(a+)+$",
            "((((((((((a*)*)*)*)*)*)*)*)*)*", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "1234567890",
            "0612345678",
            "http://example.org/?a=b&c=d", "a@b.c", "¯\\_(ツ)_/¯", "مرحبا", "Привет", "こんにちは", "안녕하세요", "Z̴̡͉a̷l̸g̶o̵",
            "𠀀𠀁𠀂", "🏳️‍🌈", "null",
            "undefined", "NaN", "-1", "1e999", "AND OR NOT", "words:[a TO z]", "fr.juliu.Answer", "\uFFFF\uFFFE"})
    void scrapsWithoutAKnownWord(String text) throws Exception {
        LIMIT.run(() -> assertNoVerdict(text));
    }

    @Test
    void longWordsAndNests() throws Exception {
        LIMIT.run(() -> {
            for (int length : List.of(100, LONGEST, MANY)) {
                assertNoVerdict("zqx".repeat(length / 3));
                assertNoVerdict("a".repeat(length - 1) + "!");
                assertNoVerdict("(".repeat(length / 2) + ")".repeat(length / 2));
                assertNoVerdict("的".repeat(length - 1) + "！");
                assertNoVerdict("q" + "-z".repeat(length / 2 - 1));
                assertNoVerdict("x'".repeat(length / 2));
            }
        });
    }

    @Test
    void theLongestQuestionIsReadAndALongerOneIsJunk() {
        String question = "学生居留能网上申请吗";
        assertThat(ask(question + " ".repeat(LONGEST - question.length()), null).answer())
                .isInstanceOf(Answer.Listed.class);
        assertThat(ask(question + " ".repeat(LONGEST + 1 - question.length()), null).answer())
                .isInstanceOfSatisfying(Answer.Unknown.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo(Answer.Reason.JUNK));
    }

    @Test
    void randomCharacters() throws Exception {
        Random random = new Random(20240815);
        LONG_LIMIT.run(() -> {
            for (int i = 0; i < QUESTIONS; i++) {
                StringBuilder question = new StringBuilder();
                int range = i % 2 == 0 ? Character.MAX_VALUE : Character.MAX_CODE_POINT;
                for (int length = random.nextInt(40); length > 0; length--) {
                    question.appendCodePoint(random.nextInt(range));
                }
                assertNoVerdict(question.toString());
            }
        });
    }

    @Test
    void randomConversationsOfKnownWords() throws Exception {
        Random random = new Random(431);
        LONG_LIMIT.run(() -> {
            @Nullable
            DialogueState before = null;
            for (int i = 0; i < QUESTIONS; i++) {
                StringBuilder question = new StringBuilder();
                for (int words = random.nextInt(12); words > 0; words--) {
                    question.append(KNOWN.get(random.nextInt(KNOWN.size())));
                }
                before = ask(question.toString(), i % 10 == 0 ? null : before).state();
            }
        });
    }

    private static void assertNoVerdict(String question) {
        Answer answer = ask(question, null).answer();
        assertThat(isVerdict(answer)).as("%s to <%s>", answer, question.substring(0, Math.min(80, question.length())))
                .isFalse();
    }

    private static boolean isVerdict(Answer answer) {
        return switch (answer) {
            case Answer.Listed listed -> true;
            case Answer.NotListed notListed -> true;
            case Answer.Listing list -> true;
            case Answer.FromSection section -> false;
            case Answer.Pinned pinned -> false;
            case Answer.Clarify clarify -> false;
            case Answer.Unknown unknown -> false;
        };
    }

    private static Reply ask(String question, @Nullable DialogueState before) {
        Reply reply = EDITION.answerer().ask(question, before);
        assertThat(reply.display()).isNotBlank();
        assertThat(AnswerDocument.of(null, reply, true).confidence()).isBetween(0.0, 1.0);
        return reply;
    }
}
