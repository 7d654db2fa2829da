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
import cn.yiqilai.handoff.Bot;
import cn.yiqilai.handoff.Cause;
import cn.yiqilai.handoff.Contact;
import cn.yiqilai.handoff.ContactFacts;
import cn.yiqilai.handoff.HandoffStatus;
import cn.yiqilai.handoff.Handoffs;
import cn.yiqilai.handoff.Handoffs.Placement;
import cn.yiqilai.handoff.Handoffs.Wish;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.platform.StorableText;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.turn.Spoken.HandoffReference;
import cn.yiqilai.turn.Spoken.OrderReference;
import cn.yiqilai.turn.TurnJson.Memory;
import cn.yiqilai.workorder.FilingRequest;
import cn.yiqilai.workorder.Registration;
import cn.yiqilai.workorder.Unsettled;
import cn.yiqilai.workorder.WorkOrder;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.WorkOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The turns of a conversation: think, act, remember, record. Once a person has it, what the enterprise says is kept and handed
 * on, and nothing is replied.
 */
@ApplicationScoped
public class Turns implements Bot {
    private static final int ANSWERS = 3;
    private static final int FEW_WORDS = 10;

    private final Thinking thinking;
    private final ReplyWriter writer;
    private final KnowledgeMirror knowledge;
    private final Transcript transcript;
    private final Contexts contexts;
    private final Registration registration;
    private final WorkOrders orders;
    private final Handoffs handoffs;
    private final Suggesting suggesting;
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
            Handoffs handoffs,
            Suggesting suggesting,
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
        this.handoffs = handoffs;
        this.suggesting = suggesting;
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
            return switch (handoffs.open(held.id()).orElse(null)) {
                case Contact.WithAgent with -> listen(held, question, with, remembered, memory);
                case Contact.Waiting waiting
                when handoffs.hasSpecialist(waiting) -> listen(held, question, waiting, remembered, memory);
                case Contact.Waiting waiting -> {
                    var response = answer(held, question, option, remembered, memory);
                    suggesting.suggest(held, question, memory.context(clock.instant()));
                    handoffs.said(waiting, question.seq());
                    yield response;
                }
                case Contact.Over over -> throw new IllegalStateException("contact " + over.id() + " is not open");
                case null -> answer(held, question, option, remembered, memory);
            };
        };
        return transcript.exchange(conversation.id(), incoming, answering);
    }

    private Response answer(
            Conversation held, Message question, Optional<String> option, Remembered remembered, Memory memory) {
        return picked(memory, option)
                .map(entry -> givePicked(held, remembered, memory, entry))
                .orElseGet(() -> consented(held, question, remembered, memory)
                        .orElseGet(() -> think(held, question, remembered, memory)));
    }

    /** A person has it: no machine talks over people. */
    private Response listen(
            Conversation conversation, Message question, Contact contact, Remembered remembered, Memory memory) {
        var context = memory.context(clock.instant());
        var thought = suggesting.suggest(conversation, question, context);
        remember(conversation, remembered, memory.after(thought.contextAfter(context), clock.instant()));
        handoffs.said(contact, question.seq());
        return Response.silence(json.evidence(thought));
    }

    /** How a hand-off of this conversation stands, while it waits for a person or has one. */
    public Optional<HandoffReference> handoff(ConversationId conversation) {
        return handoffs.status(conversation).map(HandoffReference::of);
    }

    /**
     * Puts an enterprise with a desk of its own through before any prompt; in the transaction that opens the conversation.
     *
     * @return what it reads; empty for everybody else, and when nobody is there
     */
    public Optional<Message> putStraightThrough(Conversation conversation) {
        if (!handoffs.hasStanding(conversation) || !handoffs.isSomebodyThere(conversation, null)) {
            return Optional.empty();
        }
        var wish = new Wish(Cause.STANDING, Kind.CONSULT, null, null, null);
        return handoffs.place(conversation, wish) instanceof Placement.Placed(var status)
                ? Optional.of(sayPlaced(conversation, Reason.WANTS_HUMAN, "", status))
                : Optional.empty();
    }

    /**
     * A person is wanted, by a button: it is put through, or, where nobody is, an order is filed or the open one named.
     *
     * @param reason the enterprise's own words for it, at most {@link ContactFacts#LONGEST_REASON} code points; null = none
     */
    public Message askForPerson(Conversation conversation, @Nullable String reason) {
        return transcript.holding(conversation.id(), held -> {
            var asked = lastAsked(held);
            var wish =
                    new Wish(Cause.BUTTON, Kind.CONSULT, asked.map(Message::seq).orElse(null), reason, null);
            // Thought about before it is placed: from then on the desks of the whole city wait for this transaction.
            asked.ifPresent(message -> suggesting.suggestOnce(held, message));
            return switch (handoffs.place(held, wish)) {
                case Placement.Placed(var status) ->
                    sayPlaced(held, Reason.WANTS_HUMAN, Messages.of("reply.wants-human"), status);
                case Placement.NobodyThere(var contact, var offHours) -> {
                    var promised = promisePerson(
                            held, Messages.of("reply.wants-human") + nobodyThere(offHours), Kind.CONSULT, null, reason);
                    contact.ifPresent(id -> handoffs.filed(id, promised.order()));
                    yield promised.message();
                }
            };
        });
    }

    private Message sayPlaced(Conversation conversation, Reason reason, String why, HandoffStatus status) {
        var reply = new Reply(
                Reply.Kind.HANDOFF, reason, 0, why + HandoffWords.of(status), List.of(), List.of(), List.of());
        // Whom a person has, no machine talks to: it is only a notice then.
        var speaker =
                switch (status.state()) {
                    case OWNED, HELD -> Speaker.SYSTEM;
                    case QUEUED, RINGING, RETURNED, ENDED, ABANDONED, MISSED -> Speaker.ASSISTANT;
                };
        return transcript.append(conversation.id(), speaker, reply.text(), json.payload(reply, status));
    }

    private Optional<Message> lastAsked(Conversation conversation) {
        return transcript.recent(conversation.id(), Transcript.MOST).reversed().stream()
                .filter(message -> message.speaker() == Speaker.ENTERPRISE)
                .findFirst();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void resume(Conversation conversation) {
        var remembered = contexts.of(conversation.id());
        var memory = json.readMemory(remembered.content());
        var closed = memory.context(clock.instant()).closed();
        remember(conversation, remembered, memory.after(closed, clock.instant()).asking(List.of()));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public WorkOrderId fileInstead(Conversation conversation, Contact.Missed missed) {
        return promisePerson(
                        conversation,
                        Messages.of("turn.nobody-came"),
                        missed.facts().kind(),
                        missed.facts().askedSeq(),
                        missed.facts().reason())
                .order();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Filed fileBeside(Conversation conversation, Contact contact) {
        var remembered = contexts.of(conversation.id());
        var memory = withOpenOrders(json.readMemory(remembered.content()));
        var facts = contact.facts();
        var open = memory.orderOf(facts.kind());
        var order = open.orElseGet(() -> fileFromButton(conversation, facts.kind(), facts.askedSeq(), facts.reason()));
        remember(conversation, remembered, memory.with(order));
        return new Filed(orderId(order), order.number(), open.isPresent());
    }

    /** @param order which the message names */
    private record Promised(Message message, WorkOrderId order) {}

    private Promised promisePerson(
            Conversation conversation, String why, Kind kind, @Nullable Integer askedSeq, @Nullable String reason) {
        var remembered = contexts.of(conversation.id());
        var memory = withOpenOrders(json.readMemory(remembered.content()));
        var open = memory.latestOrder();
        var order = open.orElseGet(() -> fileFromButton(conversation, kind, askedSeq, reason));
        remember(conversation, remembered, memory.with(order));
        var reply = new Reply(
                Reply.Kind.HANDOFF,
                Reason.WANTS_HUMAN,
                0,
                why + "\n" + orderLine(conversation, order, open.isPresent()),
                List.of(),
                List.of(),
                List.of());
        var message = transcript.append(
                conversation.id(),
                Speaker.ASSISTANT,
                reply.text(),
                json.payload(reply, order, isContactWanted(conversation)));
        return new Promised(message, new WorkOrderId(UUID.fromString(order.id())));
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
        var next = memory.after(thought.contextAfter(context), clock.instant()).asking(reply.options());
        var why = again ? Messages.of("turn.asked-already") : writer.handoffText(thought);
        if (reply.decision() != Reply.Kind.HANDOFF) {
            remember(conversation, remembered, next);
            return Response.saying(reply.text(), payload(conversation, reply), evidence(thought, memory));
        }
        var calling = new Calling(conversation, question, remembered, next, memory);
        return call(calling, thought, reply.withText(why));
    }

    /** Where the conversation stands while a person is called for what was said. */
    private record Calling(
            Conversation conversation, Message question, Remembered remembered, Memory next, Memory memory) {}

    /** Who wants a person is put through; who may want one is asked; what has to be seen to becomes an order. */
    private Response call(Calling calling, Thought thought, Reply reply) {
        var conversation = calling.conversation();
        var waiting = handoffs.status(conversation.id());
        if (waiting.isPresent()) {
            return placed(calling, thought, reply, waiting.get());
        }
        var cause = cause(reply);
        var topic = topic(thought);
        if (cause == Cause.WANTS_HUMAN) {
            var asked = asked(calling);
            var wish = new Wish(cause, kind(thought.decision()), asked.seq(), null, topic);
            suggesting.suggestOnce(conversation, asked);
            return switch (handoffs.place(conversation, wish)) {
                case Placement.Placed(var status) -> placed(calling, thought, reply, status);
                case Placement.NobodyThere(var contact, var offHours) -> {
                    var order = order(calling, thought);
                    contact.ifPresent(id -> handoffs.filed(id, orderId(order)));
                    yield ordered(calling, thought, reply, nobodyThere(offHours), order);
                }
            };
        }
        return cause != null && handoffs.isSomebodyThere(conversation, topic)
                ? offered(
                        calling,
                        thought,
                        reply,
                        new Memory.Offered(cause, calling.question().seq(), topic))
                : ordered(calling, thought, reply, "", order(calling, thought));
    }

    /** A few words say only that a person is wanted: what was asked before them is what it is about. */
    private Message asked(Calling calling) {
        var question = calling.question();
        if (StorableText.length(question.text()) > FEW_WORDS) {
            return question;
        }
        return transcript.recent(question.conversation(), Transcript.MOST).reversed().stream()
                .filter(message -> message.speaker() == Speaker.ENTERPRISE && message.seq() < question.seq())
                .findFirst()
                .orElse(question);
    }

    private Response placed(Calling calling, Thought thought, Reply reply, HandoffStatus status) {
        remember(calling.conversation(), calling.remembered(), calling.next());
        var said = reply.withText(reply.text() + HandoffWords.of(status));
        return Response.saying(said.text(), json.payload(said, status), evidence(thought, calling.memory()));
    }

    private Response offered(Calling calling, Thought thought, Reply reply, Memory.Offered offered) {
        remember(calling.conversation(), calling.remembered(), calling.next().offering(offered));
        var said = reply.withText(reply.text() + Messages.of("turn.offer-person"));
        return Response.saying(said.text(), json.payload(said, null, false), evidence(thought, calling.memory()));
    }

    private Response ordered(Calling calling, Thought thought, Reply reply, String nobody, OrderReference order) {
        var conversation = calling.conversation();
        remember(conversation, calling.remembered(), calling.next().with(order));
        var open = calling.memory().orderOf(Kind.valueOf(order.kind())).isPresent();
        var said = reply.withText(reply.text() + nobody + "\n" + orderLine(conversation, order, open));
        return Response.saying(
                said.text(),
                json.payload(said, order, isContactWanted(conversation)),
                evidence(thought, calling.memory()));
    }

    private String payload(Conversation conversation, Reply reply) {
        return handoffs.status(conversation.id())
                .map(status -> json.payload(reply, status))
                .orElseGet(() -> json.payload(reply, null, false));
    }

    /** The enterprise was offered a person, and says yes or no to it. */
    private Optional<Response> consented(
            Conversation conversation, Message question, Remembered remembered, Memory memory) {
        var offered = memory.offered();
        if (offered != null && Consent.isRefusedBy(question.text())) {
            return Optional.of(declined(conversation, remembered, memory));
        }
        if (offered == null || !Consent.isGivenBy(question.text())) {
            return Optional.empty();
        }
        var wish = new Wish(offered.cause(), Kind.CONSULT, offered.seq(), null, offered.topic());
        var context = memory.context(clock.instant());
        transcript
                .after(conversation.id(), offered.seq() - 1, 1)
                .forEach(asked -> suggesting.suggestOnce(conversation, asked));
        return switch (handoffs.place(conversation, wish)) {
            case Placement.Placed(var status) -> {
                remember(conversation, remembered, memory.after(context, clock.instant()));
                var reply = handoff(HandoffWords.of(status));
                yield Optional.of(Response.saying(reply.text(), json.payload(reply, status), null));
            }
            case Placement.NobodyThere(var contact, var offHours) -> {
                var open = memory.orderOf(Kind.CONSULT);
                var order = open.orElseGet(() ->
                        file(conversation, FilingRequest.of(Kind.CONSULT, Set.of(), conversation.id(), offered.seq())));
                contact.ifPresent(id -> handoffs.filed(id, orderId(order)));
                remember(
                        conversation,
                        remembered,
                        memory.after(context, clock.instant()).with(order));
                var reply = handoff(nobodyThere(offHours) + "\n" + orderLine(conversation, order, open.isPresent()));
                yield Optional.of(
                        Response.saying(reply.text(), json.payload(reply, order, isContactWanted(conversation)), null));
            }
        };
    }

    private Response declined(Conversation conversation, Remembered remembered, Memory memory) {
        remember(conversation, remembered, memory.after(memory.context(clock.instant()), clock.instant()));
        var text = Messages.of("turn.offer-refused");
        var reply = new Reply(Reply.Kind.SMALL_TALK, Reason.CHITCHAT, 0, text, List.of(), List.of(), List.of());
        return Response.saying(text, json.payload(reply, null, false), null);
    }

    private static Reply handoff(String text) {
        return new Reply(Reply.Kind.HANDOFF, Reason.WANTS_HUMAN, 0, text, List.of(), List.of(), List.of());
    }

    /** Null for what a person at a desk would not settle at once either: it becomes an order. */
    private static @Nullable Cause cause(Reply reply) {
        var reason = reply.reason();
        if (reason == null) {
            return null;
        }
        return switch (reason) {
            case WANTS_HUMAN -> Cause.WANTS_HUMAN;
            case LOW_CONFIDENCE, AMBIGUOUS -> Cause.LOW_CONFIDENCE;
            case EXPIRED_POLICY -> Cause.EXPIRED_POLICY;
            case OTHER_REGION -> Cause.OTHER_REGION;
            case NEEDS_WORK_ORDER, EMERGENCY, NOT_ACCEPTED, CITIZEN_MATTER, CHITCHAT -> null;
        };
    }

    private @Nullable String topic(Thought thought) {
        return thought.first()
                .flatMap(hit -> knowledge.entry(hit.target().id()))
                .map(Entry::topic)
                .orElse(null);
    }

    private static WorkOrderId orderId(OrderReference order) {
        return new WorkOrderId(UUID.fromString(order.id()));
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
    private OrderReference order(Calling calling, Thought thought) {
        var kind = kind(thought.decision());
        var conversation = calling.conversation();
        var request = FilingRequest.of(
                kind, Set.of(), conversation.id(), calling.question().seq());
        return calling.memory().orderOf(kind).orElseGet(() -> file(conversation, request));
    }

    /** Of an enterprise that said nothing, its reason is all there is to go by. */
    private OrderReference fileFromButton(
            Conversation conversation, Kind kind, @Nullable Integer askedSeq, @Nullable String reason) {
        var unsaid = reason == null ? Messages.of("turn.no-words-yet") : reason;
        var request = new FilingRequest(
                kind,
                Set.of(),
                isSilent(conversation) ? unsaid : null,
                null,
                null,
                null,
                null,
                conversation.id(),
                askedSeq);
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

    private static String nobodyThere(boolean offHours) {
        return Messages.of(offHours ? "turn.off-hours" : "turn.nobody-there");
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
