package cn.yiqilai.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** The transaction of an exchange; {@link Transcript} is the way in and sees to it that few of them run at once. */
@ApplicationScoped
class Exchanges {
    private final ConversationRecords conversations;
    private final MessageRecords messages;
    private final Event<Appended> news;
    private final Clock clock;

    Exchanges(ConversationRecords conversations, MessageRecords messages, Event<Appended> news, Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.news = news;
        this.clock = clock;
    }

    @Transactional
    Exchange exchange(ConversationId id, Incoming incoming, Answering answering) {
        var conversation = conversations.lock(id);
        return earlier(id, incoming).orElseGet(() -> first(conversation, incoming, answering));
    }

    @Transactional
    Message append(ConversationId id, Speaker speaker, String text, String payload) {
        conversations.lock(id);
        return write(id, new MessageRecords.Draft(speaker, text, null, null, payload, now()));
    }

    @Transactional
    <T> T holding(ConversationId id, Function<Conversation, T> work) {
        return work.apply(conversations.lock(id));
    }

    private Optional<Exchange> earlier(ConversationId id, Incoming incoming) {
        var name = incoming.clientMessageId();
        return name == null ? Optional.empty() : messages.exchange(id, name);
    }

    private Exchange first(Conversation conversation, Incoming incoming, Answering answering) {
        var id = conversation.id();
        var question = write(
                id,
                new MessageRecords.Draft(
                        Speaker.ENTERPRISE,
                        incoming.text().value(),
                        incoming.clientMessageId(),
                        null,
                        Message.NO_PAYLOAD,
                        now()));
        var response = answering.answer(conversation, question);
        var reply = response.reply();
        var said = reply == null ? null : write(id, draft(reply, question));
        var evidence = response.evidence();
        if (evidence != null) {
            messages.keepEvidence(id, question.seq(), evidence, now());
        }
        return new Exchange(question, said, false);
    }

    private MessageRecords.Draft draft(Reply reply, Message question) {
        return new MessageRecords.Draft(Speaker.ASSISTANT, reply.text(), null, question.seq(), reply.payload(), now());
    }

    private Message write(ConversationId id, MessageRecords.Draft draft) {
        var message = messages.append(id, draft);
        news.fire(new Appended(id, message.seq()));
        return message;
    }

    /** As PostgreSQL keeps it, so that what is returned now equals what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
