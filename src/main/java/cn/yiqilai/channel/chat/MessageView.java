package cn.yiqilai.channel.chat;

import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.turn.Reply;
import cn.yiqilai.turn.Reply.Answered;
import cn.yiqilai.turn.Reply.Option;
import cn.yiqilai.turn.Reply.Related;
import cn.yiqilai.turn.Reply.Unanswered;
import cn.yiqilai.turn.Spoken;
import cn.yiqilai.turn.Spoken.HandoffReference;
import cn.yiqilai.turn.Spoken.OrderReference;
import cn.yiqilai.turn.Spoken.Person;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message as the contract shows it: who said what, and for a reply all that stands behind it.
 *
 * @param at ISO-8601 with offset
 * @param inReplyTo seq of the message it replies to
 * @param from who says it, when it is a person
 * @param ratingWanted the enterprise is asked how content it was
 */
@Schema(name = "Message")
public record MessageView(
        int seq,
        Speaker speaker,
        String text,
        @Schema(format = "date-time") String at,
        @Nullable String clientMessageId,
        @Nullable Integer inReplyTo,
        Reply.@Nullable Kind decision,
        @Nullable Reason reason,
        @Nullable Double confidence,
        @Nullable List<Answered> answers,
        @Nullable List<Related> related,
        @Nullable List<Option> options,
        @Nullable List<Unanswered> unanswered,
        @Nullable HandoffReference handoff,
        @Nullable OrderReference workOrder,
        @Nullable Boolean contactWanted,
        @Nullable Person from,
        @Nullable Boolean ratingWanted) {

    static MessageView of(Message message, ObjectMapper json) {
        return of(message, spoken(message, json).handoff(), json);
    }

    /** Of a message that nothing is replied to, with how its hand-off stands. */
    static MessageView of(Message message, @Nullable HandoffReference handoff, ObjectMapper json) {
        var spoken = spoken(message, json);
        return new MessageView(
                message.seq(),
                message.speaker(),
                message.text(),
                Shanghai.format(message.at()),
                message.clientMessageId(),
                message.inReplyTo(),
                spoken.decision(),
                spoken.reason(),
                spoken.confidence(),
                spoken.answers(),
                spoken.related(),
                spoken.options(),
                spoken.unanswered(),
                handoff,
                spoken.workOrder(),
                spoken.contactWanted(),
                spoken.from(),
                spoken.ratingWanted());
    }

    private static Spoken spoken(Message message, ObjectMapper json) {
        try {
            return json.readValue(message.payload(), Spoken.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "payload of message " + message.seq() + " of " + message.conversation() + " cannot be read", e);
        }
    }
}
