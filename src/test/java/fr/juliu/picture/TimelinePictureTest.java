package fr.juliu.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TimelinePictureTest {

    private static final YearMonth AS_OF = YearMonth.of(2024, 7);
    private static final Ink LIGHT = Ink.of(Tone.LIGHT);

    @Test
    void itIsAsWideAsToldAndGrowsWithItsRows() {
        BufferedImage few = draw(rows(3));
        BufferedImage more = draw(rows(30));
        assertThat(few.getWidth()).isEqualTo(1080);
        assertThat(more.getWidth()).isEqualTo(1080);
        assertThat(more.getHeight()).isGreaterThan(few.getHeight() + 1000);
    }

    @Test
    void manyRowsStayWithinWhatTelegramTakes() {
        byte[] png = new TimelinePicture(new Timeline(rows(200), AS_OF)).png();
        BufferedImage image = read(png);
        assertThat(image.getHeight()).isBetween(8000, 8800);
        assertThat(image.getWidth() + image.getHeight()).isLessThanOrEqualTo(10_000);
        assertThat(png).hasSizeLessThan(1_000_000);
        assertThat(draw(rows(400)).getHeight()).isLessThanOrEqualTo(8800);
        assertThat(differences(image, draw(rows(400)))).isPositive();
    }

    @Test
    void everyLetterIsInTheFont() {
        String all = "ANEF 上线时间表法国居留：什么时候起可以网上申请已上线的居留和手续种截至年月·以官方信息为准日期不明计划，尚未上线更早的还有请看文字名单"
                + "曾受儿童社会援助人道主义只有续首次学生人才护照éàèçœÉ'’()（）、";
        assertThat(PictureFont.of(36).canDisplayUpTo(all)).isEqualTo(-1);
        assertThat(PictureFont.of(36).getFamily()).contains("Noto Sans");
    }

    @Test
    void anotherNameDateMarkOrPlanGivesAnotherPicture() {
        BufferedImage student = draw(List.of(row("2020 年 9 月", 9, "学生", "étudiant", "", false)));
        for (TimelineRow other : List.of(row("2020 年 9 月", 9, "游客", "étudiant", "", false),
                row("2020 年 8 月", 9, "学生", "étudiant", "", false), row("2020 年 9 月", 9, "学生", "visiteur", "", false),
                row("2020 年 9 月", 9, "学生", "étudiant", "只有续", false),
                row("2020 年 9 月", 9, "学生", "étudiant", "", true))) {
            assertThat(differences(student, draw(List.of(other)))).as(other.toString()).isGreaterThan(100);
        }
        assertThat(differences(student, draw(List.of(row("2020 年 9 月", 9, "学生", "étudiant", "", false))))).isZero();
    }

    @Test
    void aPlanIsHollowAndNotCounted() {
        List<TimelineRow> rows = List.of(row("2020 年 1 月", 1, "学生", "", "", false),
                row("2020 年 3 月", 3, "游客", "", "", false));
        BufferedImage plan = draw(List.of(rows.getFirst(), rows.getLast(), row("2020 年 12 月", 12, "工签", "", "", true)));
        assertThat(new RolloutChart(new Timeline(List.of(rows.getFirst(), rows.getLast(),
                row("2020 年 12 月", 12, "工签", "", "", true)), AS_OF), LIGHT).title()).endsWith("：2 种");
        assertThat(count(plan, LIGHT.plan().getRGB())).isPositive();
        assertThat(count(plan, LIGHT.planGround().getRGB())).isGreaterThan(10_000);
        assertThat(count(draw(rows), LIGHT.plan().getRGB())).isZero();
    }

    @Test
    void longNamesAreWrappedInsideThePicture() {
        BufferedImage image = draw(
                List.of(row("2020 年 9 月", 9, "居留".repeat(80), "x".repeat(300), "只有续", false)));
        assertThat(image.getHeight()).isGreaterThan(600);
        for (int y = 300; y < image.getHeight() - 100; y++) {
            for (int x = 1040; x < 1080; x++) {
                assertThat(image.getRGB(x, y)).as(x + "," + y).isEqualTo(LIGHT.paper().getRGB());
            }
        }
        assertThat(new Wrapping(PictureFont.of(36), 200).lines("  ")).isEmpty();
        assertThat(String.join(" ", new Wrapping(PictureFont.of(36), 300).lines("carte de résident longue durée")))
                .isEqualTo("carte de résident longue durée");
    }

    @ParameterizedTest
    @EnumSource(Tone.class)
    void itHasTheColoursOfThePages(Tone tone) throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/base.css"));
        String colours = css.split("@media", -1)[tone == Tone.LIGHT ? 0 : 1];
        assertThat(Ink.of(tone).all()).filteredOn(colour -> !colour.equals(Color.WHITE))
                .allSatisfy(colour -> assertThat(colours).contains("#%06x".formatted(colour.getRGB() & 0xFFFFFF)));
        BufferedImage image = read(new TimelinePicture(new Timeline(rows(9), AS_OF), tone).png());
        assertThat(count(image, Ink.of(tone).paper().getRGB())).isGreaterThan(100_000);
        assertThat(count(image, Ink.of(tone).done().getRGB())).isPositive();
    }

    @Test
    void theEndOfTheListIsMarked() {
        Timeline dated = new Timeline(rows(9), AS_OF);
        assertThat(dated.told()).isEqualTo("名单截至 2024 年 7 月");
        assertThat(new Timeline(rows(9), null).told()).isEqualTo("名单日期不明");
        BufferedImage marked = draw(rows(9));
        int dashes = 0;
        for (int x = 900; x < 1040; x++) {
            int column = x;
            dashes = Math.max(dashes, (int) IntStream.range(220, 490)
                    .filter(y -> marked.getRGB(column, y) == LIGHT.faint().getRGB()).count());
        }
        assertThat(dashes).isGreaterThan(80);
    }

    @Test
    void nothingIsNoPicture() {
        assertThatThrownBy(() -> new Timeline(List.of(), null)).hasMessageContaining("without rows");
        assertThatThrownBy(() -> row("2020", 1, " ", "", "", false)).hasMessageContaining("needs a label");
        assertThat(new TimelinePicture(new Timeline(rows(1), null)).png()).isNotEmpty();
    }

    private static List<TimelineRow> rows(int count) {
        return IntStream.range(0, count).mapToObj(n -> {
            YearMonth month = YearMonth.of(2019, 2).plusMonths(n / 3);
            return new TimelineRow(month.getYear() + " 年 " + month.getMonthValue() + " 月", month, "居留类型" + n,
                    "titre numéro " + n, "", false);
        }).toList();
    }

    private static TimelineRow row(String date, int month, String label, String french, String marks, boolean planned) {
        return new TimelineRow(date, YearMonth.of(2020, month), label, french, marks, planned);
    }

    private static BufferedImage draw(List<TimelineRow> rows) {
        return read(new TimelinePicture(new Timeline(rows, AS_OF)).png());
    }

    private static BufferedImage read(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long differences(BufferedImage one, BufferedImage other) {
        int height = Math.min(one.getHeight(), other.getHeight());
        return IntStream.range(0, height * 1080)
                .filter(at -> one.getRGB(at % 1080, at / 1080) != other.getRGB(at % 1080, at / 1080)).count();
    }

    private static long count(BufferedImage image, int colour) {
        return IntStream.range(0, image.getHeight() * 1080)
                .filter(at -> image.getRGB(at % 1080, at / 1080) == colour).count();
    }
}
