package cn.yiqilai.turn;

import cn.yiqilai.access.Actor;
import cn.yiqilai.city.City;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.Place;
import cn.yiqilai.city.Regions;
import cn.yiqilai.conversation.Answering;
import cn.yiqilai.conversation.Contexts;
import cn.yiqilai.conversation.Contexts.Remembered;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Exchange;
import cn.yiqilai.conversation.Incoming;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Response;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.decision.Rule;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.turn.Spoken.OrderReference;
import cn.yiqilai.turn.TurnJson.Memory;
import cn.yiqilai.workorder.FilingRequest;
import cn.yiqilai.workorder.Registration;
import cn.yiqilai.workorder.Unsettled;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.WorkOrders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The turns of a conversation: think, act, remember, record. */
@ApplicationScoped
public class Turns {
    private static final int ANSWERS = 3;

    private final Thinking thinking;
    private final ReplyWriter writer;
    private final KnowledgeMirror knowledge;
    private final Transcript transcript;
    private final Contexts contexts;
    private final Registration registration;
    private final WorkOrders orders;
    private final TurnJson json;
    private final Regions regions;
    private final City city;
    private final Clock clock;

    Turns(
            Thinking thinking,
            ReplyWriter writer,
            KnowledgeMirror knowledge,
            Transcript transcript,
            Contexts contexts,
            Registration registration,
            WorkOrders orders,
            TurnJson json,
            Regions regions,
            City city,
            Clock clock) {
        this.thinking = thinking;
        this.writer = writer;
        this.knowledge = knowledge;
        this.transcript = transcript;
        this.contexts = contexts;
        this.registration = registration;
        this.orders = orders;
        this.json = json;
        this.regions = regions;
        this.city = city;
        this.clock = clock;
    }

    /**
     * Answers an utterance. The same {@code clientMessageId} again returns what was answered then.
     *
     * @param option the entry that the enterprise picked from the options it was offered, if it did
     */
    public Exchange take(Conversation conversation, Incoming incoming, Optional<String> option) {
        Answering answering = (held, question) -> {
            var remembered = contexts.of(held.id());
            var memory = withOpenOrders(json.readMemory(remembered.content()));
            return picked(memory, option)
                    .map(entry -> givePicked(held, remembered, memory, entry))
                    .orElseGet(() -> think(held, question, remembered, memory));
        };
        return transcript.exchange(conversation.id(), incoming, answering);
    }

    /** A person is wanted, by a button: nobody is at a desk yet, so an order is filed, or the open one is named again. */
    public Message askForPerson(Conversation conversation) {
        return transcript.holding(conversation.id(), this::promisePerson);
    }

    private Message promisePerson(Conversation conversation) {
        var remembered = contexts.of(conversation.id());
        var memory = withOpenOrders(json.readMemory(remembered.content()));
        var open = memory.latestOrder();
        var order = open.orElseGet(() -> fileFromButton(conversation));
        remember(conversation, remembered, memory.with(order));
        var reply = new Reply(
                Reply.Kind.HANDOFF,
                Reason.WANTS_HUMAN,
                0,
                Messages.of("reply.wants-human") + nobodyThere() + "\n"
                        + orderLine(conversation, order, open.isPresent()),
                List.of(),
                List.of(),
                List.of());
        return transcript.append(
                conversation.id(),
                Speaker.ASSISTANT,
                reply.text(),
                json.payload(reply, order, isContactWanted(conversation)));
    }

    /**
     * Files what the enterprise wrote into its own form and says so in the conversation: both or neither, and both once when
     * the same key comes again. An open order of that kind which a hand-off has filed and which lacks a telephone is completed
     * instead.
     *
     * @throws cn.yiqilai.platform.ProblemException as {@link Registration#file}
     */
    public Registration.Outcome leave(
            Conversation conversation, FilingRequest request, @Nullable String idempotencyKey) {
        return transcript.holding(conversation.id(), held -> {
            var handedOff = withOpenOrders(
                            json.readMemory(contexts.of(held.id()).content()))
                    .orderOf(request.kind())
                    .map(order -> new WorkOrderId(UUID.fromString(order.id())));
            var outcome =
                    registration.file(request, Actor.conversation(held.id().value()), idempotencyKey, handedOff);
            switch (outcome) {
                case Registration.Outcome.Filed(var order, var again)
                when !again -> announce(held, order, "turn.order-left");
                case Registration.Outcome.Completed(var order, var again)
                when !again -> announce(held, order, "turn.order-completed");
                case Registration.Outcome.Filed again -> {}
                case Registration.Outcome.Completed again -> {}
                case Registration.Outcome.AlreadyFiled known -> {}
            }
            return outcome;
        });
    }

    private void announce(Conversation conversation, WorkOrder order, String sentence) {
        var reference = TurnJson.reference(order);
        var text = Messages.of(sentence, reference.number());
        var reply = new Reply(Reply.Kind.HANDOFF, Reason.NEEDS_WORK_ORDER, 0, text, List.of(), List.of(), List.of());
        transcript.append(conversation.id(), Speaker.ASSISTANT, text, json.payload(reply, reference, false));
    }

    /** What the answer to the enterprise's message of that number was decided on; empty when it has none or is not there. */
    public Optional<TurnEvidence> evidence(ConversationId conversation, int seq) {
        return transcript.evidence(conversation, seq).flatMap(json::readEvidence);
    }

    private Response think(Conversation conversation, Message question, Remembered remembered, Memory memory) {
        var context = memory.context(clock.instant());
        var first = thinking.think(new Question(question.text(), place(conversation), Shanghai.today(clock), context));
        var offer = writer.write(first, ANSWERS);
        var again = offer.decision() == Reply.Kind.CLARIFY && memory.askedBack().isEnough(offer.options());
        var thought = again ? first.leftToPerson(Rule.ASKED_BEFORE) : first;
        var reply = again ? writer.write(thought, ANSWERS) : offer;
        var order = order(conversation, question, thought, reply, memory);
        var next = memory.after(thought.contextAfter(context), clock.instant()).asking(reply.options());
        remember(conversation, remembered, order == null ? next : next.with(order));
        var why = again ? Messages.of("turn.asked-already") : writer.handoffText(thought);
        var said = order == null
                ? reply
                : reply.withText(why + nobodyThere(reply) + "\n"
                        + orderLine(
                                conversation,
                                order,
                                memory.orderOf(Kind.valueOf(order.kind())).isPresent()));
        return Response.saying(
                said.text(),
                json.payload(said, order, order != null && isContactWanted(conversation)),
                evidence(thought, memory));
    }

    private String evidence(Thought thought, Memory memory) {
        return thought.ruling().rule() == Rule.PICKED
                ? json.evidenceOfPick(
                        thought,
                        memory,
                        thought.decision().suggestions().getFirst().target().id())
                : json.evidence(thought);
    }

    /** An order that has its reply is done with: what is asked now is another matter. */
    private Memory withOpenOrders(Memory memory) {
        return memory.keeping(order -> orders.find(new WorkOrderId(UUID.fromString(order.id())))
                .filter(Unsettled.class::isInstance)
                .isPresent());
    }

    private Optional<Entry> picked(Memory memory, Optional<String> option) {
        return option.filter(
                        entry -> memory.options() != null && memory.options().contains(entry))
                .flatMap(knowledge::entry);
    }

    private Response givePicked(Conversation conversation, Remembered remembered, Memory memory, Entry entry) {
        var reply = writer.picked(entry, Shanghai.today(clock));
        var now = clock.instant();
        var context = memory.context(now)
                .goingOn(entry.question(), Optional.of(entry.id().value()), List.of());
        remember(conversation, remembered, memory.after(context, now).asking(List.of()));
        return Response.saying(
                reply.text(),
                json.payload(reply, null, false),
                json.evidenceOfPick(memory, entry.id().value()));
    }

    /**
     * The order a hand-off ends in. One conversation has one open order of a kind: further questions that could not be answered
     * stand in the same conversation, which the order names.
     */
    private @Nullable OrderReference order(
            Conversation conversation, Message question, Thought thought, Reply reply, Memory memory) {
        if (reply.decision() != Reply.Kind.HANDOFF) {
            return null;
        }
        var kind = kind(thought.decision());
        return memory.orderOf(kind)
                .orElseGet(
                        () -> file(conversation, FilingRequest.of(kind, Set.of(), conversation.id(), question.seq())));
    }

    private OrderReference fileFromButton(Conversation conversation) {
        var request = new FilingRequest(
                Kind.CONSULT,
                Set.of(),
                isSilent(conversation) ? Messages.of("turn.no-words-yet") : null,
                null,
                null,
                null,
                null,
                conversation.id(),
                null);
        return file(conversation, request);
    }

    private OrderReference file(Conversation conversation, FilingRequest request) {
        return TurnJson.reference(registration
                .file(request, Actor.conversation(conversation.id().value()), null)
                .order());
    }

    /** Nothing but our greeting was said. */
    private boolean isSilent(Conversation conversation) {
        return transcript.recent(conversation.id(), Transcript.MOST).stream()
                .noneMatch(message -> message.speaker() == Speaker.ENTERPRISE);
    }

    private Kind kind(Decision decision) {
        if (decision instanceof Decision.Handoff handoff) {
            return handoff.intent()
                    .flatMap(knowledge::intent)
                    .map(Intent::workOrderKind)
                    .map(Kind::valueOf)
                    .orElse(Kind.CONSULT);
        }
        return Kind.CONSULT;
    }

    private static String nobodyThere(Reply reply) {
        return reply.reason() == Reason.WANTS_HUMAN ? nobodyThere() : "";
    }

    private static String nobodyThere() {
        return Messages.of("turn.nobody-there");
    }

    private static String orderLine(Conversation conversation, OrderReference order, boolean open) {
        var filed = Messages.of(open ? "turn.order-open" : "turn.order-filed", order.number());
        return isContactWanted(conversation) ? filed + Messages.of("turn.leave-phone") : filed;
    }

    private static boolean isContactWanted(Conversation conversation) {
        return conversation.enterprise().phone() == null;
    }

    private void remember(Conversation conversation, Remembered before, Memory memory) {
        if (!contexts.keep(conversation.id(), json.write(memory), before.version())) {
            throw new IllegalStateException("the memory of conversation " + conversation.id() + " changed meanwhile");
        }
    }

    private Place place(Conversation conversation) {
        return Optional.ofNullable(conversation.region()).flatMap(regions::find).orElse(city.place());
    }
}
