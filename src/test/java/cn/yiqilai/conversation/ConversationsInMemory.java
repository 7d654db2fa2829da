package cn.yiqilai.conversation;

import cn.yiqilai.access.Assurance;
import cn.yiqilai.platform.FixedSettings;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** The room without a database: conversations and messages in lists, and a transcript upon them. */
public final class ConversationsInMemory implements ConversationRecords, MessageRecords {
    private final Map<ConversationId, Conversation> conversations = new HashMap<>();
    private final Map<ConversationId, byte[]> tokens = new HashMap<>();
    private final Map<ConversationId, List<Message>> messages = new HashMap<>();
    private final Map<String, String> evidence = new HashMap<>();
    private final News news = new News();
    private final Clock clock;

    public ConversationsInMemory(Clock clock) {
        this.clock = clock;
    }

    public Conversations conversations() {
        return new Conversations(this, new FixedSettings(), clock);
    }

    public Transcript transcript() {
        return new Transcript(new Turnstile(), new Exchanges(this, this, news, clock), this);
    }

    List<Appended> news() {
        return news.fired;
    }

    @Override
    public void insert(Conversation conversation, byte[] tokenHash) {
        conversations.put(conversation.id(), conversation);
        tokens.put(conversation.id(), tokenHash);
        messages.put(conversation.id(), new ArrayList<>());
    }

    @Override
    public Optional<Conversation> find(ConversationId id) {
        return Optional.ofNullable(conversations.get(id));
    }

    @Override
    public Optional<Conversation> find(ConversationId id, byte[] tokenHash) {
        return find(id).filter(found -> Arrays.equals(tokens.get(id), tokenHash));
    }

    @Override
    public Conversation lock(ConversationId id) {
        return find(id).orElseThrow();
    }

    @Override
    public Map<ConversationId, Integer> lastNumbers(Set<ConversationId> ids) {
        return ids.stream()
                .flatMap(id -> find(id).stream())
                .collect(Collectors.toMap(Conversation::id, Conversation::lastSeq));
    }

    @Override
    public List<Conversation> ofVerified(String creditCode, int limit) {
        return conversations.values().stream()
                .filter(one -> one.enterprise().assurance() == Assurance.VERIFIED
                        && creditCode.equals(one.enterprise().creditCode()))
                .limit(limit)
                .toList();
    }

    @Override
    public Message append(ConversationId id, Draft draft) {
        var seq = messages.get(id).size() + 1;
        var message = new Message(
                id,
                seq,
                draft.speaker(),
                draft.text(),
                draft.clientMessageId(),
                draft.inReplyTo(),
                draft.payload(),
                draft.at());
        messages.get(id).add(message);
        conversations.computeIfPresent(
                id,
                (key, before) -> new Conversation(
                        id,
                        before.city(),
                        before.channel(),
                        before.region(),
                        before.enterprise(),
                        before.createdAt(),
                        seq));
        return message;
    }

    @Override
    public Optional<Exchange> exchange(ConversationId id, String clientMessageId) {
        return messages.get(id).stream()
                .filter(message -> clientMessageId.equals(message.clientMessageId()))
                .findFirst()
                .map(question -> new Exchange(question, replyTo(question), true));
    }

    private Message replyTo(Message question) {
        return messages.get(question.conversation()).stream()
                .filter(message -> Integer.valueOf(question.seq()).equals(message.inReplyTo()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<Message> after(ConversationId id, int seq, int limit) {
        return messages.get(id).stream()
                .filter(message -> message.seq() > seq)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Message> recent(ConversationId id, int count) {
        var all = messages.get(id);
        return List.copyOf(all.subList(Math.max(0, all.size() - count), all.size()));
    }

    @Override
    public void keepEvidence(ConversationId id, int seq, String text, Instant at) {
        evidence.put(id + "/" + seq, text);
    }

    @Override
    public Optional<String> evidence(ConversationId id, int seq) {
        return Optional.ofNullable(evidence.get(id + "/" + seq));
    }

    /** Events that nobody hears. */
    private static final class News implements Event<Appended> {
        private final List<Appended> fired = new ArrayList<>();

        @Override
        public void fire(Appended event) {
            fired.add(event);
        }

        @Override
        public <U extends Appended> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends Appended> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<Appended> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends Appended> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends Appended> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
