package cn.yiqilai.workorder.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who gets how much of the weight. */
class WeighingTest {
    @Test
    void the_one_for_whom_most_speaks_comes_first_with_its_share_of_the_weight() {
        var proposals = Weighing.of(
                List.of(
                        new Argument("tax", Ground.FILING_CODE, 3, "归口"),
                        new Argument("tax", Ground.KNOWLEDGE, 1.4, "条目"),
                        new Argument("tax", Ground.DUTIES, 0.5, "关键词"),
                        new Argument("dongtai-platform", Ground.PLACE, 0.5, "属地")),
                Set.of());

        assertThat(proposals).extracting(Proposal::unit).containsExactly("tax", "dongtai-platform");
        assertThat(proposals.getFirst().confidence()).isCloseTo(4.9 / 6.4, within(1e-9));
        assertThat(proposals.getFirst().reason()).isEqualTo("归口；条目；关键词");
    }

    @Test
    void one_weak_argument_makes_nobody_sure() {
        var proposals = Weighing.of(List.of(new Argument("tax", Ground.DUTIES, 0.5, "关键词")), Set.of());

        assertThat(proposals.getFirst().confidence()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void nothing_said_is_nothing_proposed() {
        assertThat(Weighing.of(List.of(), Set.of())).isEmpty();
    }

    @Test
    void three_at_most_and_among_equals_by_id() {
        var arguments = List.of("d", "c", "b", "a").stream()
                .map(unit -> new Argument(unit, Ground.DUTIES, 0.5, unit))
                .toList();

        assertThat(Weighing.of(arguments, Set.of())).extracting(Proposal::unit).containsExactly("a", "b", "c");
    }

    @Test
    void whoever_gave_it_back_is_not_proposed_again_and_the_others_are_no_surer_for_it() {
        var arguments = List.of(
                new Argument("tax", Ground.FILING_CODE, 3, "归口"), new Argument("finance", Ground.DUTIES, 1, "关键词"));

        var proposals = Weighing.of(arguments, Set.of("tax"));

        assertThat(proposals).extracting(Proposal::unit).containsExactly("finance");
        assertThat(proposals.getFirst().confidence()).isCloseTo(1 / 5.0, within(1e-9));
    }

    @Test
    void texts_are_alike_by_their_pairs_of_characters() {
        var asked = PrecedentAdvocate.pairs("厂区用电报装三周没有答复");

        assertThat(PrecedentAdvocate.similarity(asked, PrecedentAdvocate.pairs("厂区用电报装两个月没有答复，请协调")))
                .isGreaterThan(PrecedentAdvocate.SIMILAR);
        assertThat(PrecedentAdvocate.similarity(asked, PrecedentAdvocate.pairs("员工社保缴费基数怎么核定")))
                .isLessThan(PrecedentAdvocate.SIMILAR);
        assertThat(PrecedentAdvocate.similarity(asked, asked)).isEqualTo(1);
        assertThat(PrecedentAdvocate.similarity(Set.of(), Set.of())).isZero();
    }

    @Test
    void long_words_are_read_in_pieces_that_the_encoder_sees_whole() {
        var pieces = KnowledgeAdvocate.pieces(List.of("发票开不出来。系统说额度不够！", "好", "长".repeat(130)));

        assertThat(pieces).containsExactly("发票开不出来。", "系统说额度不够！", "长".repeat(62), "长".repeat(62), "长".repeat(6));
    }
}
