package cn.yiqilai.conversation;

import cn.yiqilai.access.Token;
import cn.yiqilai.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens conversations and finds them again. */
@ApplicationScoped
public class Conversations {
    /** @param token what the enterprise shows from now on; handed out this once */
    public record Opened(Conversation conversation, Token token) {}

    private final ConversationRecords records;
    private final Settings settings;
    private final Clock clock;

    public Conversations(ConversationRecords records, Settings settings, Clock clock) {
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    /** Nothing is said yet: a greeting is the first {@link Transcript#append}. */
    @Transactional
    public Opened open(ChannelKind channel, @Nullable String region, Enterprise enterprise) {
        var token = Token.random(Token.CONVERSATION);
        var conversation = new Conversation(
                ConversationId.random(),
                settings.city(),
                channel,
                region,
                enterprise,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                0);
        records.insert(conversation, token.hash());
        return new Opened(conversation, token);
    }

    /** Empty when there is no such conversation, and when the token is another's: the caller cannot tell which. */
    public Optional<Conversation> find(ConversationId id, Token token) {
        return records.find(id, token.hash());
    }

    /** For the service's own rooms; what comes from outside shows a token. */
    public Optional<Conversation> find(ConversationId id) {
        return records.find(id);
    }

    /**
     * Holds a conversation until the transaction that is under way ends, for whoever appends to it after he has looked at
     * something else. What is locked besides is locked after it.
     *
     * @throws cn.yiqilai.platform.ProblemException 429 when somebody else holds it for too long
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Conversation hold(ConversationId id) {
        return records.lock(id);
    }

    /** How far each of them has got: the number of its last message. One that does not exist is not in it. */
    public Map<ConversationId, Integer> lastNumbers(Set<ConversationId> ids) {
        return ids.isEmpty() ? Map.of() : records.lastNumbers(ids);
    }

    /**
     * Those of an enterprise whose identity was verified, the latest first: what somebody says of himself opens nobody's past.
     *
     * @param limit 1..100
     */
    public List<Conversation> ofVerified(String creditCode, int limit) {
        return records.ofVerified(creditCode, limit);
    }
}
