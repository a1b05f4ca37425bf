package fr.juliu.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.knowledge.Age;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.ArticlePage;
import fr.juliu.knowledge.Block;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Passage;
import fr.juliu.knowledge.Section;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a small library finds, and in which order. */
final class PlaceIndexTest {

    private static final Passage PASSAGE = new Passage("搬家之后要通知谁？", "三个月之内到网站上登记新住址。", 30, List.of());
    private static final Section WITH_PASSAGE = new Section("常见疑问", List.of(), 28,
            List.of(paragraph("下面是大家常问的。"),
                    new Block(Block.Kind.ITEM, PASSAGE.question() + " " + PASSAGE.answer(), 30)),
            List.of(PASSAGE), List.of(), List.of(), List.of(), Age.UNKNOWN);
    private static final Article ARTICLE = new Article("a.md", "居留杂记", null, List.of(), List.of("杂货铺"), null,
            List.of(section("印花税", "取卡之前要缴 75 欧。"), section("取卡", "取卡之前要买印花税。"),
                    section("Récépissé de demande", "Le récépissé est remis au guichet de la sous-préfecture."),
                    section("難民旅行證", "憑這個證件可以去別的國家。"), section("难民居留", "十年有效。"),
                    section("看病", "先去看家庭医生。"), section("买药", "凭处方去药房。"), WITH_PASSAGE,
                    new Section("名单", List.of("上线"), 40,
                            List.of(new Block(Block.Kind.ROLLOUT, "2023 年 4 月 | 季节工 saisonnier", 42),
                                    new Block(Block.Kind.ROW, "周一 | 上午开门", 50)),
                            List.of(), List.of(), List.of(), List.of(), Age.UNKNOWN)),
            ArticlePage.empty());
    private static final PlaceIndex INDEX = new PlaceIndex(
            new Library(List.of(ARTICLE), List.of(), List.of(), List.of()),
            new TextFolding(), SearchEngine.MEMORY, true);

    @AfterAll
    static void close() {
        INDEX.close();
    }

    @Test
    void sectionsAndPassagesArePlacesInReadingOrder() {
        assertThat(INDEX.places()).extracting(Place::heading).containsExactly("印花税", "取卡", "Récépissé de demande",
                "難民旅行證", "难民居留", "看病", "买药", "常见疑问", "搬家之后要通知谁？", "名单");
    }

    @Test
    void aHeadingBeatsABody() {
        assertThat(found("印花税")).containsExactly("印花税", "取卡");
    }

    @Test
    void aPassageBeatsItsSection() {
        assertThat(found("搬家要不要登记住址")).startsWith("搬家之后要通知谁？", "常见疑问");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            recepisse          → Récépissé de demande
            RÉCÉPISSÉ          → Récépissé de demande
            prefecture         → Récépissé de demande
            ｇｕｉｃｈｅｔ     → Récépissé de demande
            旅行证             → 難民旅行證
            旅行證             → 難民旅行證
            別的國家           → 難民旅行證
            别的国家           → 難民旅行證
            上午几点开门       → 名单
            """)
    void spellingsFindTheSame(String question, String heading) {
        assertThat(found(question)).first().isEqualTo(heading);
    }

    @Test
    void aSynonymFindsAndWeighsLess() {
        assertThat(found("医生")).containsExactly("看病");
        assertThat(found("医生", "药房")).containsExactly("看病", "买药");
        assertThat(found("药房", "医生")).containsExactly("买药", "看病");
        assertThat(found("处方", "药房", "医生")).containsExactly("买药", "看病");
    }

    @Test
    void aSynonymThatWasAskedChangesNothing() {
        assertThat(INDEX.search("印花税", List.of("印花税"))).isEqualTo(INDEX.search("印花税", List.of()));
    }

    @Test
    void hitsComeBestFirstAndTwoIsTheBest() {
        List<Hit> hits = new ArrayList<>(INDEX.search("难民旅行证十年有效吗", List.of()).values());

        assertThat(hits).extracting(Hit::score).isSortedAccordingTo((a, b) -> Double.compare(b, a))
                .allSatisfy(score -> assertThat(score).isBetween(0.0, 2.0));
        assertThat(hits).allSatisfy(hit -> assertThat(hit.parts().values().stream().mapToDouble(d -> d).sum())
                .isEqualTo(hit.score()));
    }

    @Test
    void aHitIsNumberedAsItsPlace() {
        INDEX.search("难民", List.of())
                .forEach((number, hit) -> assertThat(INDEX.places().get(number)).isEqualTo(hit.place()));
    }

    @Test
    void aliasesAndHeadingsAboveAreFound() {
        assertThat(found("杂货铺")).hasSize(INDEX.places().size());
        assertThat(found("上线")).first().isEqualTo("名单");
    }

    @Test
    void rowsOfARolloutTableAreNotText() {
        assertThat(found("saisonnier")).isEmpty();
    }

    @Test
    void sentencesAreThoseOfThePlace() {
        assertThat(INDEX.sentences(3)).containsExactly(new Sentence("憑這個證件可以去別的國家。", "凭这个证件可以去别的国家。"));
        assertThat(INDEX.sentences(9)).extracting(Sentence::text).containsExactly("周一 | 上午开门");
    }

    @Test
    void anEmptyLibraryFindsNothing() {
        try (PlaceIndex empty = new PlaceIndex(new Library(List.of(), List.of(), List.of(), List.of()),
                new TextFolding(), SearchEngine.MEMORY, true)) {
            assertThat(empty.places()).isEmpty();
            assertThat(empty.search("印花税", List.of("税"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "，。？！", "的了吗", "\u0000", "\uD800", "火星"})
    void nothingIsFoundForNothing(String question) {
        assertThat(found(question)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*:*", "?", "words:*", "[* TO *]", "{a TO z}", "/.*/", "NOT foo", "-foo", "foo~2",
            "fo?",
            "((((", "\"", "\\", "a AND", "^5", "heading-words:[a TO z]", "_exists_:words"})
    void querySyntaxIsPlainText(String question) {
        assertThat(found(question)).isEmpty();
        assertThat(found(question + " 印花税")).containsExactly("印花税", "取卡");
        assertThat(found("印花税", question)).containsExactly("印花税", "取卡");
    }

    private static List<String> found(String question, String... synonyms) {
        return INDEX.search(question, List.of(synonyms)).values().stream().map(hit -> hit.place().heading()).toList();
    }

    private static Section section(String heading, String text) {
        return new Section(heading, List.of(), 1, List.of(paragraph(text)), List.of(), List.of(), List.of(), List.of(),
                Age.UNKNOWN);
    }

    private static Block paragraph(String text) {
        return new Block(Block.Kind.PARAGRAPH, text, 2);
    }
}
