package cn.yiqilai.turn;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.decision.Reason;
import cn.yiqilai.turn.Reply.Answered;
import cn.yiqilai.turn.Reply.Related;
import cn.yiqilai.turn.Reply.Unanswered;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartReplyTest {
    private static final PartReply PROBATION =
            new PartReply(1, "试用期最长多久", answer(0.97, "最长六个月。\n来源：劳动合同法", "probation", "wage", "notice"));
    private static final PartReply STAMP =
            new PartReply(2, "印花税什么时候申报", answer(0.91, "季度终了十五日内。\n来源：印花税法", "stamp", "books"));

    @Test
    void two_answers_are_numbered_and_each_has_its_source() {
        var reply = PartReply.join(List.of(PROBATION, STAMP), 3);

        assertThat(reply.decision()).isEqualTo(Reply.Kind.ANSWER);
        assertThat(reply.reason()).isNull();
        assertThat(reply.text())
                .isEqualTo("（一）您问“试用期最长多久”：\n最长六个月。\n来源：劳动合同法\n\n（二）您问“印花税什么时候申报”：\n季度终了十五日内。\n来源：印花税法");
        assertThat(reply.unanswered()).isEmpty();
    }

    @Test
    void the_best_of_each_comes_first_and_the_confidence_is_that_of_the_first() {
        var reply = PartReply.join(List.of(PROBATION, STAMP), 3);

        assertThat(reply.answers()).extracting(Answered::entryId).containsExactly("probation", "stamp", "wage");
        assertThat(reply.answers()).extracting(Answered::part).containsExactly(1, 2, 1);
        assertThat(reply.confidence()).isEqualTo(0.97);
    }

    @Test
    void each_question_brings_one_answer_whatever_the_limit() {
        assertThat(PartReply.join(List.of(PROBATION, STAMP), 1).answers())
                .extracting(Answered::entryId)
                .containsExactly("probation", "stamp");
    }

    @Test
    void no_entry_stands_there_twice() {
        var other = new PartReply(2, "还要什么", answer(0.9, "另有规定。", "notice", "wage", "fee"));

        assertThat(PartReply.join(List.of(PROBATION, other), 20).answers())
                .extracting(Answered::entryId)
                .containsExactly("probation", "notice", "wage", "fee");
    }

    @Test
    void a_question_without_an_answer_is_named_and_nothing_is_promised() {
        var unsure = new PartReply(1, "停车怎么收费", other(Reply.Kind.HANDOFF, Reason.LOW_CONFIDENCE, "没有把握。可转人工。"));
        var reply = PartReply.join(List.of(unsure, STAMP), 3);

        assertThat(reply.decision()).isEqualTo(Reply.Kind.ANSWER);
        assertThat(reply.answers()).extracting(Answered::part).containsOnly(2);
        assertThat(reply.confidence()).isEqualTo(0.91);
        assertThat(reply.unanswered()).containsExactly(new Unanswered(1, "停车怎么收费", "没有把握。可转人工。"));
        assertThat(reply.text()).startsWith("（一）您问“停车怎么收费”：\n没有把握。可转人工。\n\n（二）");
    }

    @Test
    void a_question_back_cannot_be_picked_from_here_and_asks_to_be_put_again() {
        var vague = new PartReply(1, "保证金", other(Reply.Kind.CLARIFY, Reason.AMBIGUOUS, "您想问的是下面哪一种情况？"));
        var reply = PartReply.join(List.of(vague, STAMP), 3);

        assertThat(reply.options()).isEmpty();
        assertThat(reply.text()).contains("请单独再问一次").doesNotContain("下面哪一种");
    }

    @Test
    void what_is_related_is_not_what_was_given() {
        var one = new PartReply(1, "一", withRelated("stamp", "fee"));

        assertThat(PartReply.join(List.of(one, STAMP), 3).related())
                .extracting(Related::entryId)
                .containsExactly("fee");
    }

    @Test
    void long_words_are_quoted_in_part() {
        var wordy = new PartReply(1, "长".repeat(80), PROBATION.reply());

        assertThat(PartReply.join(List.of(wordy, STAMP), 3).text()).contains("“" + "长".repeat(40) + "…”");
    }

    private static Reply answer(double confidence, String text, String... entries) {
        var answers = Arrays.stream(entries).map(id -> answered(id, confidence)).toList();
        return new Reply(Reply.Kind.ANSWER, null, confidence, text, answers, List.of(), List.of());
    }

    private static Reply withRelated(String... entries) {
        var related = Arrays.stream(entries).map(id -> new Related(id, id)).toList();
        return new Reply(Reply.Kind.ANSWER, null, 0.9, "答", List.of(answered("first", 0.9)), related, List.of());
    }

    private static Reply other(Reply.Kind kind, Reason reason, String text) {
        return new Reply(kind, reason, 0.3, text, List.of(answered("guess", 0.3)), List.of(), List.of());
    }

    private static Answered answered(String id, double confidence) {
        return new Answered(id, id, "答案", null, confidence, null, List.of(), List.of(), null, null, "全国", null, null);
    }
}
