package cn.yiqilai.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.platform.StorableText;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConversationSummaryTest {
    private static final ConversationId ID = ConversationId.random();
    private static final Instant AT = Instant.parse("2026-03-10T12:58:30Z");

    @Test
    void the_enterprises_words_and_the_entries_it_was_shown_come_in_order_with_their_times() {
        var summary = ConversationSummary.of(List.of(
                message(1, Speaker.ASSISTANT, "您好，我是一企来", "{\"decision\":\"SMALL_TALK\",\"answers\":[]}"),
                message(2, Speaker.ENTERPRISE, "开票9万\n要交增值税吗", "{}"),
                message(3, Speaker.ASSISTANT, "很长的答复", """
                        {"decision":"ANSWER","answers":[{"entryId":"vat-small","question":"免征{0}吗？","answer":"很长"}]}"""),
                message(4, Speaker.ENTERPRISE, "转人工", "{}"),
                message(5, Speaker.ASSISTANT, "为您转接", """
                        {"decision":"HANDOFF","answers":[{"entryId":"hidden","question":"只给坐席看"}]}"""),
                message(6, Speaker.SYSTEM, "坐席已接入", "{}"),
                message(7, Speaker.AGENT, "您好", "{}"),
                message(8, Speaker.SPECIALIST, "我来解释", "{}")));

        assertThat(summary).isEqualTo("""
                        03-10 20:58 企业：开票9万 要交增值税吗
                        03-10 20:58 答复：免征{0}吗？（vat-small）
                        03-10 20:58 企业：转人工
                        03-10 20:58 坐席：您好
                        03-10 20:58 政策专员：我来解释""");
    }

    @Test
    void a_choice_that_was_offered_shows_all_its_options() {
        assertThat(ConversationSummary.of(List.of(message(1, Speaker.ASSISTANT, "您想问的是", """
                        {"decision":"CLARIFY","answers":[{"entryId":"a1","question":"甲"},{"entryId":"b1","question":"乙"}]}"""))))
                .isEqualTo("03-10 20:58 答复：甲（a1）；乙（b1）");
    }

    @Test
    void when_there_is_too_much_the_newest_is_kept_and_the_gap_is_named() {
        var summary = ConversationSummary.of(IntStream.rangeClosed(1, 40)
                .mapToObj(seq -> message(seq, Speaker.ENTERPRISE, "第" + seq + "句" + "😀".repeat(480), "{}"))
                .toList());

        assertThat(StorableText.length(summary)).isBetween(3000, Matter.LONGEST_DESCRIPTION);
        assertThat(summary).startsWith("（更早的内容略）\n").contains("第40句").doesNotContain("第1句");
    }

    @Test
    void one_endless_line_does_not_crowd_out_the_others() {
        var summary = ConversationSummary.of(List.of(
                message(1, Speaker.ENTERPRISE, "问", "{}"), message(2, Speaker.AGENT, "答".repeat(20_000), "{}")));

        assertThat(summary.lines()).hasSize(2);
        assertThat(summary).endsWith("…");
    }

    @Test
    void of_nothing_comes_nothing() {
        assertThat(ConversationSummary.of(List.of())).isEmpty();
    }

    private static Message message(int seq, Speaker speaker, String text, String payload) {
        return new Message(ID, seq, speaker, text, null, null, payload, AT);
    }
}
