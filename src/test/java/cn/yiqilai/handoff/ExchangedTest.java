package cn.yiqilai.handoff;

import static cn.yiqilai.conversation.Speaker.AGENT;
import static cn.yiqilai.conversation.Speaker.ASSISTANT;
import static cn.yiqilai.conversation.Speaker.ENTERPRISE;
import static cn.yiqilai.conversation.Speaker.SPECIALIST;
import static cn.yiqilai.conversation.Speaker.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangedTest {
    private final ConversationId conversation = ConversationId.random();
    private final List<Message> said = new ArrayList<>();

    @Test
    void what_is_asked_and_answered_by_a_person_is_an_exchange() {
        say(ENTERPRISE, "高新技术企业怎么认定？");
        say(AGENT, "您好，每年分批申报，请先在系统注册。");
        say(ENTERPRISE, "谢谢您的解答了");
        say(ENTERPRISE, "什么时候开始申报？");
        say(AGENT, "今年第一批从四月开始申报。");

        assertThat(exchanged())
                .extracting(one -> one.question().seq(), Exchanged::words, Exchanged::answer)
                .containsExactly(tuple(1, "高新技术企业怎么认定？", "您好，每年分批申报，请先在系统注册。"), tuple(4, "什么时候开始申报？", "今年第一批从四月开始申报。"));
    }

    @Test
    void the_word_of_a_specialist_counts_before_the_agents_even_after_an_acknowledgement() {
        say(ENTERPRISE, "高新技术企业怎么认定？");
        say(AGENT, "请稍候，我请科技局的专员为您解答。");
        say(SYSTEM, "专员已加入");
        say(ENTERPRISE, "好的好的好的");
        say(SPECIALIST, "须有自主知识产权，研发费用占比达到要求。");

        assertThat(exchanged()).singleElement().satisfies(one -> {
            assertThat(one.answer()).isEqualTo("须有自主知识产权，研发费用占比达到要求。");
            assertThat(one.last().speaker()).isEqualTo(SPECIALIST);
        });
    }

    @Test
    void a_greeting_answers_nothing_and_a_few_words_ask_nothing() {
        say(ENTERPRISE, "转人工");
        say(AGENT, "您好，很高兴为您服务，请讲。");
        say(ENTERPRISE, "高新技术企业怎么认定？");
        say(AGENT, "请稍等");

        assertThat(exchanged()).isEmpty();
    }

    @Test
    void what_is_added_before_anybody_answers_belongs_to_the_question() {
        say(ENTERPRISE, "高新技术企业怎么认定？");
        say(ENTERPRISE, "我们成立两年了");
        say(AGENT, "成立满一年即可申报，请先注册。");

        assertThat(exchanged()).singleElement().satisfies(one -> {
            assertThat(one.words()).isEqualTo("高新技术企业怎么认定？，我们成立两年了");
            assertThat(one.question().seq()).isEqualTo(1);
        });
    }

    @Test
    void what_the_service_has_dealt_with_is_no_part_of_the_next_question() {
        say(ENTERPRISE, "增值税怎么申报？");
        say(ASSISTANT, "按月或者按季申报。");
        say(ENTERPRISE, "高新技术企业怎么认定？");
        say(ASSISTANT, "没有把握，需要接通人工吗？");
        say(ENTERPRISE, "好的好的好的");
        say(AGENT, "每年分批申报，请先在系统注册。");

        assertThat(exchanged()).singleElement().satisfies(one -> assertThat(one.words())
                .isEqualTo("高新技术企业怎么认定？"));
    }

    private List<Exchanged> exchanged() {
        return Exchanged.in(said, text -> !text.startsWith("好的") && !text.startsWith("谢谢"));
    }

    private void say(Speaker speaker, String text) {
        said.add(new Message(
                conversation,
                said.size() + 1,
                speaker,
                text,
                null,
                null,
                Message.NO_PAYLOAD,
                Instant.parse("2026-03-10T02:00:00Z").plusSeconds(said.size())));
    }
}
