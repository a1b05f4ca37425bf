package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.decide.Lookup;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the search box finds in the project's own articles, by words alone. */
final class LookupTest {

    private static final Edition EDITION = QuestionSets.edition(EnumSet.complementOf(EnumSet.of(Part.VECTORS)));

    @AfterAll
    static void close() {
        EDITION.close();
    }

    @ParameterizedTest
    @CsvSource({"十年卡, 10 年卡", "留学生, 学生", "補卡, 补办", "titre étudiant, 学生", "十年, 10 年卡", "PT居留, 人才"})
    void aPermitIsFoundByWhateverItIsCalled(String words, String name) {
        assertThat(find(words).permits()).anySatisfy(
                named -> assertThat(named.permit().chinese()).contains(name));
        assertThat(find(words).permits()).anySatisfy(named -> assertThat(named.rows()).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({"补卡, changement-adresse-perte", "十年卡, carte-de-resident", "visa de retour, voyages-et-retour",
            "récépissé, attestations-et-recepisse", "打工小时, etudiant"})
    void theArticlesThatSpeakOfItAreFound(String words, String slug) {
        assertThat(find(words).places().stream().map(place -> place.article().slug()).distinct().limit(3))
                .contains(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "asdf qwer", "。。。", "\uD800", "火星移民飞船票价", "*:*", "\"", "AND OR NOT ("})
    void nothingIsFoundForWhatStandsNowhere(String words) {
        assertThat(find(words).permits()).isEmpty();
        assertThat(find(words).places()).isEmpty();
    }

    @Test
    void whatSaysTheSameIsMarkedToo() {
        assertThat(find("十年卡").words()).contains("十年卡", "10年卡");
    }

    @Test
    void atMostSoManyPlacesAreTold() {
        assertThat(EDITION.lookup().find("居留", 7).places()).hasSizeLessThanOrEqualTo(7);
    }

    private static Lookup.Found find(String words) {
        return EDITION.lookup().find(words, 20);
    }
}
