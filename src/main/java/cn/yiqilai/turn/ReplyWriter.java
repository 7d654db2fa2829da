package cn.yiqilai.turn;

import cn.yiqilai.city.City;
import cn.yiqilai.decision.Clarification;
import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.turn.Reply.Answered;
import cn.yiqilai.turn.Reply.Option;
import cn.yiqilai.turn.Reply.Related;
import cn.yiqilai.turn.Reply.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what was decided: approved text word for word, everything else in the sentences of {@code messages.properties}. */
@ApplicationScoped
public class ReplyWriter {
    private static final int RELATED = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final KnowledgeMirror knowledge;
    private final City city;

    ReplyWriter(KnowledgeMirror knowledge, City city) {
        this.knowledge = knowledge;
        this.city = city;
    }

    /**
     * @param limit answers wanted; a question back always brings all its options, and of several questions each one its best
     *     answer
     */
    public Reply write(Thought thought, int limit) {
        var replies = thought.parts().stream()
                .map(part -> new PartReply(part.number(), part.asked(), one(part.thought(), limit)))
                .toList();
        if (replies.stream().noneMatch(PartReply::isAnswer)) {
            return one(thought, limit);
        }
        var joined = PartReply.join(replies, limit);
        return thought.more() ? joined.withText(joined.text() + "\n\n" + Messages.of("reply.part-more")) : joined;
    }

    private Reply one(Thought thought, int limit) {
        var decision = thought.decision();
        if (decision instanceof Decision.Clarify clarify) {
            return clarification(thought, clarify)
                    .map(asked -> asking(clarify, asked))
                    .orElseGet(() -> unsure(clarify));
        }
        var answers = answers(decision, limit);
        if (answers.isEmpty() && decision instanceof Decision.Answer) {
            // Withdrawn between the search and now: nothing may be said in its place.
            return unsure(decision);
        }
        return new Reply(
                Reply.Kind.of(decision),
                decision.reason().orElse(null),
                rounded(decision.confidence().value()),
                text(thought, answers),
                answers,
                related(decision),
                List.of());
    }

    /** Empty when too few are left of what a person could tell apart. */
    private Optional<Clarification> clarification(Thought thought, Decision.Clarify clarify) {
        var said = thought.query().form().content();
        return Clarification.between(
                said,
                clarify.options().stream()
                        .flatMap(hit -> knowledge.entry(hit.target().id()).stream())
                        .toList());
    }

    private Reply asking(Decision.Clarify clarify, Clarification asked) {
        var offered = asked.entries();
        return new Reply(
                Reply.Kind.CLARIFY,
                Reason.AMBIGUOUS,
                rounded(clarify.confidence().value()),
                asked.question(),
                answers(clarify, clarify.options().size()).stream()
                        .filter(answer -> offered.contains(answer.entryId()))
                        .toList(),
                List.of(),
                asked.options().stream()
                        .map(option -> new Option(option.entryId(), option.question(), option.label()))
                        .toList());
    }

    private static Reply unsure(Decision decision) {
        return new Reply(
                Reply.Kind.HANDOFF,
                Reason.LOW_CONFIDENCE,
                rounded(decision.confidence().value()),
                Messages.of("reply.low-confidence") + Messages.of("reply.offer"),
                List.of(),
                List.of(),
                List.of());
    }

    private String text(Thought thought, List<Answered> answers) {
        return switch (thought.decision()) {
            case Decision.Answer answer ->
                answer(answers.getFirst(), thought.query().asOf());
            case Decision.Clarify clarify -> Messages.of("clarify.which");
            case Decision.Handoff handoff -> handoff(handoff, thought) + Messages.of("reply.offer");
            case Decision.Decline decline ->
                intent(decline.intent()).map(Intent::reply).orElseGet(() -> Messages.of("reply.decline"));
            case Decision.SmallTalk smallTalk ->
                intent(smallTalk.intent())
                        .map(Intent::reply)
                        .orElseGet(() ->
                                Messages.of(thought.query().form().isEmpty() ? "reply.no-words" : "reply.small-talk"));
        };
    }

    private static String answer(Answered answer, LocalDate asOf) {
        var lines = new ArrayList<String>();
        if (answer.validUntil() != null && answer.validUntil().isBefore(asOf)) {
            lines.add(Messages.of("reply.expired-answer", DAY.format(answer.validUntil())));
        }
        lines.add(answer.answer());
        var source = source(answer.sources());
        if (!source.isEmpty()) {
            lines.add(Messages.of("reply.source", source));
        }
        if (answer.caveat() != null) {
            lines.add(answer.caveat());
        }
        return String.join("\n", lines);
    }

    private static String source(List<Source> sources) {
        return sources.stream()
                .flatMap(source -> Stream.of(
                        source.issuer(),
                        source.title() == null ? null : "《" + source.title() + "》",
                        source.documentNumber(),
                        source.issuedOn() == null ? null : DAY.format(source.issuedOn())))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** Why a person is needed, without the offer: for a conversation in which the order is filed at once. */
    String handoffText(Thought thought) {
        return thought.decision() instanceof Decision.Handoff handoff
                ? handoff(handoff, thought)
                : Messages.of("reply.low-confidence");
    }

    private String handoff(Decision.Handoff handoff, Thought thought) {
        return switch (handoff.why()) {
            case EXPIRED_POLICY ->
                withheld(thought)
                        .filter(entry -> entry.validUntil() != null)
                        .map(entry -> Messages.of(
                                "reply.expired",
                                entry.question(),
                                DAY.format(Objects.requireNonNull(entry.validUntil()))))
                        .orElseGet(() -> Messages.of("reply.low-confidence"));
            case OTHER_REGION -> Messages.of("reply.other-region", city.place().name());
            case WANTS_HUMAN -> Messages.of("reply.wants-human");
            case NEEDS_WORK_ORDER -> Messages.of("reply.needs-work-order");
            case LOW_CONFIDENCE, AMBIGUOUS, EMERGENCY, NOT_ACCEPTED, CITIZEN_MATTER, CHITCHAT ->
                Messages.of("reply.low-confidence");
        };
    }

    private Optional<Entry> withheld(Thought thought) {
        return thought.ranking().withheld().stream()
                .findFirst()
                .flatMap(found -> knowledge.entry(found.hit().target().id()));
    }

    private Optional<Intent> intent(Optional<String> id) {
        return id.flatMap(knowledge::intent);
    }

    /** What could be said to it, best first, whatever was decided. */
    List<Answered> candidates(Thought thought, int limit) {
        return answers(thought.decision(), limit);
    }

    /** The approved text with its source, as it is sent. */
    String text(Answered answered, LocalDate asOf) {
        return answer(answered, asOf);
    }

    private List<Answered> answers(Decision decision, int limit) {
        var answers = new ArrayList<Answered>();
        for (var hit : decision.suggestions()) {
            if (answers.size() == limit) {
                break;
            }
            knowledge
                    .entry(hit.target().id())
                    .map(entry -> answered(entry, chance(decision, hit)))
                    .ifPresent(answers::add);
        }
        return answers;
    }

    /** The first has the measured chance; each further one as much less as it weighs less. */
    private static double chance(Decision decision, Hit hit) {
        var first = decision.suggestions().getFirst().score();
        return decision.confidence().value() * Math.exp(Math.min(0, hit.score() - first));
    }

    /** The entry itself as an answer, for one that the enterprise has picked. */
    public Answered answered(Entry entry, double confidence) {
        return new Answered(
                entry.id().value(),
                entry.question(),
                entry.answer(),
                entry.shortAnswer(),
                rounded(confidence),
                null,
                entry.basis(),
                sources(entry),
                entry.validFrom(),
                entry.validUntil(),
                entry.place(),
                entry.department(),
                entry.caveat());
    }

    /** The reply when the enterprise has picked one of the options it was offered. */
    Reply picked(Entry entry, LocalDate asOf) {
        var answered = answered(entry, 1);
        return new Reply(Reply.Kind.ANSWER, null, 1, answer(answered, asOf), List.of(answered), List.of(), List.of());
    }

    private static List<Source> sources(Entry entry) {
        var source = new Source(
                entry.documentTitle(), entry.issuer(), entry.documentNumber(), entry.issuedOn(), entry.url());
        var empty = Stream.of(source.title(), source.issuer(), source.documentNumber(), source.url())
                .allMatch(Objects::isNull);
        return empty ? List.of() : List.of(source);
    }

    private List<Related> related(Decision decision) {
        if (!(decision instanceof Decision.Answer)) {
            return List.of();
        }
        var first = decision.suggestions().getFirst();
        return decision.suggestions().stream()
                .filter(hit -> !hit.saysTheSameAs(first))
                .flatMap(hit -> related(hit).stream())
                .limit(RELATED)
                .toList();
    }

    private Optional<Related> related(Hit hit) {
        return knowledge
                .entry(hit.target().id())
                .map(entry -> new Related(entry.id().value(), entry.question()));
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
