package fr.juliu.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The real model, from the classpath. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SentenceEncoderTest {

    private final TextFolding folding = new TextFolding();
    private final WordPieces pieces = new WordPieces(ModelFile.VOCABULARY.read());
    private final SentenceEncoder encoder = new SentenceEncoder(null);

    @AfterAll
    void close() {
        encoder.close();
    }

    @Test
    void aSentenceHasItsMarksAndKnownPieces() {
        assertThat(pieces.encode(folding.fold("学生 ANEF"), 128)).startsWith(101).endsWith(102).doesNotContain(100)
                .hasSizeGreaterThan(4);
    }

    @Test
    void capitalsAndAccentsAreFoldedBeforeTheUncasedVocabulary() {
        assertThat(pieces.encode(folding.fold("TITRE DE SÉJOUR"), 128)).isEqualTo(pieces.encode("titre de sejour", 128))
                .doesNotContain(100);
    }

    @Test
    void longTextIsCut() {
        assertThat(pieces.encode("居".repeat(1000), 128)).hasSize(128).endsWith(102);
    }

    @Test
    void vectorsHaveLengthOneAndNearMeaningsAreNear() {
        float[] lost = encoder.encode("居留卡丢了怎么补办");
        assertThat(SentenceEncoder.cosine(lost, lost)).isCloseTo(1, Offset.offset(1e-4));
        assertThat(SentenceEncoder.cosine(lost, encoder.encode("居留证遗失，申请补发")))
                .isGreaterThan(SentenceEncoder.cosine(lost, encoder.encode("今天巴黎的天气很好")));
    }

    @Test
    void aFileThatIsMissingIsTold() {
        assertThatThrownBy(() -> new ModelFile("nothing.onnx").read()).isInstanceOf(ModelException.class)
                .hasMessageContaining("model/nothing.onnx is missing");
    }

    @Test
    void theVocabularyIsWhole() {
        assertThat(pieces.encode("网", 3)).hasSize(3).doesNotContain(100);
        assertThat(new String(ModelFile.VOCABULARY.read(), StandardCharsets.UTF_8).lines()).hasSize(21_128);
    }

    @Test
    void aMachineOnWhichVectorsAreWrongIsFound() {
        System.out.println("probe: " + Arrays.toString(encoder.probe()));
        encoder.tryOut();
        assertThatThrownBy(() -> SentenceEncoder.check(0.3, 0.3)).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> SentenceEncoder.check(0.83, 0.83)).hasMessageContaining("0.83 and 0.83");
        assertThatThrownBy(() -> SentenceEncoder.check(Double.NaN, 0.11)).isInstanceOf(ModelException.class);
    }
}
