package cn.yiqilai.conversation;

import cn.yiqilai.platform.StorableText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that was said, in order, once.
 *
 * <p>While an exchange is answered it holds: the row of its conversation, one database connection, one place of the {@link
 * Turnstile}. Each is bounded. At most twelve exchanges of a replica run at once, beside them four hand-offs and orders, and four
 * deeds of the staff; further ones wait without a connection, for at most five seconds and 32 of one conversation; a row held by another replica is waited for five seconds; and an
 * answer that has not come after fifteen seconds loses its connection and with it the row, and the exchange is undone. Who
 * waited in vain gets a 429, and nothing was written.
 */
@ApplicationScoped
public class Transcript {
    /** The most messages that one read returns. */
    public static final int MOST = 500;
    /** Of what the service and its people say, in code points. */
    public static final int LONGEST_TEXT = 20_000;

    private final Turnstile turnstile;
    private final Exchanges exchanges;
    private final MessageRecords messages;

    Transcript(Turnstile turnstile, Exchanges exchanges, MessageRecords messages) {
        this.turnstile = turnstile;
        this.exchanges = exchanges;
        this.messages = messages;
    }

    /**
     * Keeps the enterprise's message and the reply to it in one transaction. An utterance whose {@code clientMessageId}
     * came before, or comes twice at once, is answered with the first exchange, and {@code answering} is not asked again.
     *
     * <p>It is a transaction of its own: in one that is under way the conversation would be held longer than the answer
     * takes.
     *
     * @throws cn.yiqilai.platform.ProblemException 429 when too much is waiting
     */
    @Transactional(Transactional.TxType.NEVER)
    public Exchange exchange(ConversationId id, Incoming incoming, Answering answering) {
        return turnstile.exchange(id, () -> exchanges.exchange(id, incoming, answering));
    }

    /**
     * Keeps a single message: a greeting, a notice, what an agent writes. Joins a transaction that is under way.
     *
     * @param payload a JSON object
     */
    public Message append(ConversationId id, Speaker speaker, String text, String payload) {
        if (!StorableText.isStorable(text, LONGEST_TEXT)) {
            throw new IllegalArgumentException("not a text to keep in conversation " + id);
        }
        return exchanges.append(id, speaker, text, payload);
    }

    /**
     * Does something that is no exchange while nobody else can say anything in the conversation, in one transaction: what the
     * work reads is how things stand, and what it appends and writes stands or falls together.
     *
     * @throws cn.yiqilai.platform.ProblemException 429 when too much is waiting
     */
    @Transactional(Transactional.TxType.NEVER)
    public <T> T holding(ConversationId id, Function<Conversation, T> work) {
        return turnstile.settle(id, () -> exchanges.holding(id, work));
    }

    /**
     * The same for a deed of the staff, which does not stand in line with what anybody may ask for.
     *
     * @throws cn.yiqilai.platform.ProblemException 429 when too much is waiting
     */
    @Transactional(Transactional.TxType.NEVER)
    public <T> T serving(ConversationId id, Function<Conversation, T> work) {
        return turnstile.serve(id, () -> exchanges.holding(id, work));
    }

    /**
     * What was said after that number, ascending.
     *
     * @param limit 1..{@link #MOST}
     */
    public List<Message> after(ConversationId id, int seq, int limit) {
        return messages.after(id, seq, bounded(limit));
    }

    /**
     * The last messages, ascending.
     *
     * @param count 1..{@link #MOST}
     */
    public List<Message> recent(ConversationId id, int count) {
        return messages.recent(id, bounded(count));
    }

    /** Why the enterprise's message of that number was answered as it was: the JSON object that the turn left. */
    public Optional<String> evidence(ConversationId id, int seq) {
        return messages.evidence(id, seq);
    }

    private static int bounded(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("not a number of messages to read: " + limit);
        }
        return limit;
    }
}
