package cn.yiqilai.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.yiqilai.access.Token;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.SettableClock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest {
    private final SettableClock clock = SettableClock.at("2026-03-10T02:00:00Z");
    private final ConversationsInMemory memory = new ConversationsInMemory(clock);
    private final Conversations conversations = memory.conversations();
    private final Transcript transcript = memory.transcript();
    private final Conversations.Opened opened = conversations.open(ChannelKind.WEB, "盐城市", Enterprise.UNKNOWN);
    private final ConversationId id = opened.conversation().id();

    @Test
    void only_the_own_token_opens_a_conversation() {
        var other = conversations.open(ChannelKind.APP, null, Enterprise.UNKNOWN);

        assertThat(conversations.find(id, opened.token())).contains(opened.conversation());
        assertThat(conversations.find(id, other.token())).isEmpty();
        assertThat(conversations.find(id, new Token(""))).isEmpty();
        assertThat(conversations.find(ConversationId.random(), opened.token())).isEmpty();
    }

    @Test
    void a_question_and_its_reply_follow_each_other() {
        transcript.append(id, Speaker.ASSISTANT, "您好", Message.NO_PAYLOAD);

        var exchange = transcript.exchange(
                id,
                said("要交税吗", "m1"),
                (conversation, question) -> Response.saying("不用", "{\"decision\":\"ANSWER\"}", "{\"why\":1}"));

        assertThat(exchange.question().seq()).isEqualTo(2);
        assertThat(exchange.reply().seq()).isEqualTo(3);
        assertThat(exchange.reply().inReplyTo()).isEqualTo(2);
        assertThat(exchange.repeated()).isFalse();
        assertThat(transcript.evidence(id, 2)).contains("{\"why\":1}");
        assertThat(transcript.after(id, 1, 10)).containsExactly(exchange.question(), exchange.reply());
        assertThat(transcript.recent(id, 1)).containsExactly(exchange.reply());
        assertThat(memory.news()).extracting(Appended::seq).containsExactly(1, 2, 3);
    }

    @Test
    void the_same_message_again_gets_the_first_reply_and_asks_nobody() {
        var asked = new AtomicInteger();
        Answering answering =
                (conversation, question) -> Response.saying("第" + asked.incrementAndGet() + "次", "{}", null);

        var first = transcript.exchange(id, said("要交税吗", "m1"), answering);
        var second = transcript.exchange(id, said("要交税吗", "m1"), answering);

        assertThat(second).isEqualTo(new Exchange(first.question(), first.reply(), true));
        assertThat(asked).hasValue(1);
        assertThat(transcript.after(id, 0, 10)).hasSize(2);
    }

    @Test
    void the_same_words_without_a_name_are_two_messages() {
        Answering answering = (conversation, question) -> Response.saying("好", "{}", null);

        transcript.exchange(id, said("在吗", null), answering);
        transcript.exchange(id, said("在吗", null), answering);

        assertThat(transcript.after(id, 0, 10)).hasSize(4);
    }

    @Test
    void nothing_is_said_while_a_person_has_the_conversation() {
        var exchange = transcript.exchange(
                id, said("在吗", "m1"), (conversation, question) -> Response.silence("{\"person\":true}"));

        assertThat(exchange.reply()).isNull();
        assertThat(transcript.after(id, 0, 10)).containsExactly(exchange.question());
    }

    @Test
    void a_notice_during_the_answer_comes_between_question_and_reply() {
        var exchange = transcript.exchange(id, said("转人工", "m1"), (conversation, question) -> {
            transcript.append(id, Speaker.SYSTEM, "已为您排队", Message.NO_PAYLOAD);
            return Response.saying("请稍候", "{}", null);
        });

        assertThat(exchange.reply().seq()).isEqualTo(3);
        assertThat(transcript
                        .exchange(id, said("转人工", "m1"), (conversation, question) -> {
                            throw new AssertionError("asked again");
                        })
                        .reply())
                .isEqualTo(exchange.reply());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "消息", "a\0"})
    void a_message_name_of_the_wrong_form_is_refused(String name) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> said("在吗", name))
                .satisfies(
                        e -> assertThat(e.problem().errors().getFirst().field()).isEqualTo("clientMessageId"));
    }

    @Test
    void what_cannot_be_kept_is_not_appended() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transcript.append(id, Speaker.AGENT, "a\0", Message.NO_PAYLOAD));
    }

    @Test
    void reads_are_bounded() {
        assertThatIllegalArgumentException().isThrownBy(() -> transcript.after(id, 0, Transcript.MOST + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> transcript.recent(id, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1})
    void a_grade_is_one_of_five(int grade) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new Rating(grade, null));
    }

    private static Incoming said(String text, String name) {
        return new Incoming(new UtteranceText(text), name);
    }
}
