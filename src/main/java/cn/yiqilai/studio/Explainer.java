package cn.yiqilai.studio;

import cn.yiqilai.decision.Cue;
import cn.yiqilai.decision.FittedModel;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.retrieval.RankingModel;
import cn.yiqilai.retrieval.Signal;
import cn.yiqilai.studio.Explanation.Candidate;
import cn.yiqilai.studio.Explanation.Changed;
import cn.yiqilai.studio.Explanation.Held;
import cn.yiqilai.studio.Explanation.Judged;
import cn.yiqilai.studio.Explanation.OfPart;
import cn.yiqilai.studio.Explanation.Piece;
import cn.yiqilai.studio.Explanation.Reading;
import cn.yiqilai.turn.TurnEvidence;
import cn.yiqilai.turn.TurnEvidence.Seen;
import cn.yiqilai.understanding.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an explanation of the evidence that a turn leaves. Pure: the same evidence, model and names give the same explanation.
 */
final class Explainer {
    private static final double PRECISION = 1e6;

    private final Optional<FittedModel> model;
    private final Names names;

    /** @param model by which the turn was ranked and judged; empty when it is not known any more */
    Explainer(Optional<FittedModel> model, Names names) {
        this.model = model;
        this.names = names;
    }

    /** Tells what the language data changed in a question; null when that was not recorded. */
    interface Changes {
        @Nullable
        List<Trace.Change> in(TurnEvidence turn);
    }

    Explanation explain(TurnEvidence turn, Changes changes) {
        return new Explanation(
                turn.read(),
                turn.asOf(),
                turn.asker(),
                reading(turn, changes.in(turn)),
                candidates(turn.entries(), turn, RankingModel::entries),
                candidates(turn.intents(), turn, RankingModel::intents),
                turn.withheld().stream().map(seen -> held(seen, turn)).toList(),
                judged(turn),
                new Accounts(names).decision(turn),
                turn.model(),
                parts(turn, changes));
    }

    private List<OfPart> parts(TurnEvidence turn, Changes changes) {
        var parts = turn.parts() == null ? List.<TurnEvidence.OfPart>of() : turn.parts();
        return parts.stream()
                .map(part -> new OfPart(part.part(), part.asked(), explain(part.evidence(), changes)))
                .toList();
    }

    private static Reading reading(TurnEvidence turn, @Nullable List<Trace.Change> changes) {
        return new Reading(
                turn.written(),
                turn.normal(),
                turn.content(),
                changes == null
                        ? null
                        : changes.stream().map(Explainer::changed).toList(),
                turn.words(),
                turn.sounds(),
                turn.years(),
                turn.places(),
                turn.amounts(),
                turn.aspects(),
                turn.things(),
                turn.negated());
    }

    private static Changed changed(Trace.Change change) {
        return new Changed(change.kind(), change.kind().label(), change.from(), change.to());
    }

    private List<Candidate> candidates(List<Seen> seen, TurnEvidence turn, Weights weights) {
        var candidates = new ArrayList<Candidate>();
        for (var one : seen) {
            var rank = candidates.size() + 1;
            var evidence = evidence(one, weights);
            candidates.add(new Candidate(
                    rank,
                    one.id(),
                    name(one),
                    one.score(),
                    one.share(),
                    one.question(),
                    one.reason() == null ? null : Reason.valueOf(one.reason()),
                    new Accounts(names).candidate(one, evidence, rival(one, turn)),
                    evidence));
        }
        return candidates;
    }

    /** Whom it is compared with: the first entry, and that one with the runner-up; without an entry, the first intent. */
    private Optional<Rival> rival(Seen one, TurnEvidence turn) {
        var entries = turn.entries().stream().map(seen -> new Rival(seen, evidence(seen, RankingModel::entries)));
        var intents = turn.intents().stream().map(seen -> new Rival(seen, evidence(seen, RankingModel::intents)));
        return Stream.concat(entries, intents)
                .filter(rival -> rival.seen() != one)
                .findFirst();
    }

    /** One to compare with, and what speaks for it. */
    record Rival(Seen seen, List<Piece> evidence) {}

    private Held held(Seen one, TurnEvidence turn) {
        var evidence = evidence(one, RankingModel::entries);
        return new Held(
                one.id(),
                names.entry(one.id()).orElse(null),
                Objects.requireNonNull(one.why()),
                one.score(),
                one.question(),
                new Accounts(names).withheld(one, turn),
                evidence);
    }

    private @Nullable String name(Seen one) {
        return (one.reason() == null ? names.entry(one.id()) : names.intent(one.id())).orElse(null);
    }

    private interface Weights {
        Map<Signal, Double> of(RankingModel model);
    }

    private List<Piece> evidence(Seen one, Weights weights) {
        var values = one.signals() == null ? Map.<String, Double>of() : one.signals();
        var pieces = new ArrayList<Piece>();
        for (var signal : Signal.values()) {
            var value = values.get(signal.name());
            if (value != null) {
                var weight = model.map(known -> weights.of(known.ranking()).get(signal))
                        .orElse(null);
                pieces.add(piece(signal.name(), signal.label(), value, weight));
            }
        }
        return strongestFirst(pieces);
    }

    private Judged judged(TurnEvidence turn) {
        var values = turn.cues() == null ? Map.<String, Double>of() : turn.cues();
        var pieces = new ArrayList<Piece>();
        for (var cue : Cue.values()) {
            var value = values.get(cue.name());
            if (value != null) {
                var weight = model.map(known -> known.confidence().weights().get(cue))
                        .orElse(null);
                pieces.add(piece(cue.name(), cue.label(), value, weight));
            }
        }
        var byCues = byCues(values);
        return new Judged(
                turn.confidence(),
                byCues,
                new Accounts(names).confidence(turn, byCues),
                model.map(known -> known.confidence().intercept()).orElse(null),
                strongestFirst(pieces));
    }

    private @Nullable Double byCues(Map<String, Double> values) {
        var cues = new EnumMap<Cue, Double>(Cue.class);
        for (var cue : Cue.values()) {
            cues.put(cue, values.getOrDefault(cue.name(), 0.0));
        }
        return values.isEmpty()
                ? null
                : model.map(known -> rounded(known.confidence().of(cues).value()))
                        .orElse(null);
    }

    private static double rounded(double value) {
        return Math.round(value * PRECISION) / PRECISION;
    }

    private static Piece piece(String code, String label, double value, @Nullable Double weight) {
        var contribution = weight == null ? null : rounded(value * weight);
        return new Piece(code, label, value, weight, contribution);
    }

    private static List<Piece> strongestFirst(List<Piece> pieces) {
        return pieces.stream()
                .sorted(Comparator.comparingDouble(piece -> -strength(piece)))
                .toList();
    }

    private static double strength(Piece piece) {
        return Math.abs(piece.contribution() == null ? 0 : piece.contribution());
    }
}
