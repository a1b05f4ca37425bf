package fr.juliu.decide;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.knowledge.Block;
import fr.juliu.knowledge.Block.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What remains of a place, above all of its lists. */
final class RemainderTest {

    private static final Block TERM = block(Kind.PARAGRAPH, "续卡要趁早。要交三样：");
    private static final Block PASSPORT = block(Kind.ITEM, "护照。");
    private static final Block PHOTO = block(Kind.ITEM, "照片。");
    private static final Block FEE = block(Kind.PARAGRAPH, "交 75 欧。");

    @Test
    void aLeadInRemainsWithSomethingOfItsList() {
        Remainder remainder = new Remainder(List.of(TERM, PASSPORT, PHOTO, FEE));
        assertThat(remainder.without(List.of("续卡要趁早。", "护照。"))).isEqualTo("要交三样：\n照片。\n交 75 欧。");
        assertThat(remainder.without(List.of("续卡要趁早。", "照片。"))).isEqualTo("要交三样：\n护照。\n交 75 欧。");
    }

    @Test
    void aLeadInWithoutItsListGoesAloneEvenWhenMoreFollows() {
        Remainder remainder = new Remainder(List.of(TERM, PASSPORT, PHOTO, FEE));
        assertThat(remainder.without(List.of("护照。", "照片。"))).isEqualTo("续卡要趁早。\n交 75 欧。");
        assertThat(remainder.without(List.of("续卡要趁早。", "护照。", "照片。"))).isEqualTo("交 75 欧。");
        assertThat(new Remainder(List.of(FEE, TERM)).without(List.of())).isEqualTo("交 75 欧。\n续卡要趁早。");
    }

    @Test
    void aLeadInOfARolloutTableGoesSinceTheTableIsToldElsewhere() {
        Block table = block(Kind.ROLLOUT, "2023 年 4 月 | 学生");
        assertThat(new Remainder(List.of(block(Kind.PARAGRAPH, "名单："), table, FEE)).without(List.of()))
                .isEqualTo("交 75 欧。");
    }

    @Test
    void aLeadInOfAParagraphRemainsWithIt() {
        Block lead = block(Kind.PARAGRAPH, "经过：");
        assertThat(new Remainder(List.of(lead, FEE)).without(List.of())).isEqualTo("经过：\n交 75 欧。");
        assertThat(new Remainder(List.of(lead, FEE, PHOTO)).without(List.of("交 75 欧。"))).isEqualTo("照片。");
    }

    @Test
    void aLeadInBelowALeadInGoesFirst() {
        Remainder remainder = new Remainder(List.of(block(Kind.PARAGRAPH, "两点："),
                block(Kind.PARAGRAPH, "第一点："), PHOTO));
        assertThat(remainder.without(List.of("照片。"))).isEmpty();
    }

    @Test
    void nothingRemainsBesideTheWholeText() {
        assertThat(new Remainder(List.of(TERM, PASSPORT, FEE)).without(List.of("续卡要趁早。要交三样：\n护照。\n交 75 欧。")))
                .isEmpty();
    }

    private static Block block(Kind kind, String text) {
        return new Block(kind, text, 1);
    }
}
