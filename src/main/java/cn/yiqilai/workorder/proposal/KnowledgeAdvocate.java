package cn.yiqilai.workorder.proposal;

import cn.yiqilai.city.City;
import cn.yiqilai.city.Place;
import cn.yiqilai.city.Regions;
import cn.yiqilai.decision.Masses;
import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.directory.Unit;
import cn.yiqilai.directory.UnitNaming;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.Retriever;
import cn.yiqilai.retrieval.Signal;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Inquiry;
import cn.yiqilai.understanding.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The departments of the entries that fit what was said. The words are read in pieces that the encoder sees whole; each piece
 * that resembles an entry at all spreads its weight over the departments of what it found, as the ranking spreads its own.
 */
@ApplicationScoped
class KnowledgeAdvocate implements Advocate {
    static final double ALL = 2;
    /** Below this cosine a piece is about something that the knowledge does not know. */
    static final double RESEMBLES = 0.6;

    private static final int HITS = 10;
    private static final int MOST_PIECES = 8;
    private static final int SHORTEST = 4;

    private final Analyzer analyzer;
    private final Retriever retriever;
    private final ModelInForce models;
    private final KnowledgeMirror knowledge;
    private final UnitNaming naming;
    private final Regions regions;
    private final City city;
    private final Clock clock;

    KnowledgeAdvocate(
            Analyzer analyzer,
            Retriever retriever,
            ModelInForce models,
            KnowledgeMirror knowledge,
            UnitNaming naming,
            Regions regions,
            City city,
            Clock clock) {
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.models = models;
        this.knowledge = knowledge;
        this.naming = naming;
        this.regions = regions;
        this.city = city;
        this.clock = clock;
    }

    /** What the entries of a department hold together, and the question of the first of them. */
    private record Held(Unit unit, String question, double share) {
        Held and(double more) {
            return new Held(unit, question, share + more);
        }
    }

    @Override
    public List<Argument> speak(Request request) {
        var place = Optional.ofNullable(request.region()).flatMap(regions::find).orElse(city.place());
        var heard = models.steadily(() -> pieces(request.words()).stream()
                .map(piece -> ranking(piece, place))
                .filter(KnowledgeAdvocate::resembles)
                .toList());
        var held = new HashMap<String, Held>();
        heard.forEach(ranking -> spread(ranking, held));
        return held.values().stream()
                .map(one -> argument(one, ALL / heard.size()))
                .toList();
    }

    private static Argument argument(Held held, double weight) {
        return new Argument(
                held.unit().id().value(),
                Ground.KNOWLEDGE,
                held.share() * weight,
                Messages.of(
                        "workorder.proposal.knowledge",
                        held.question(),
                        held.unit().name()));
    }

    private Ranking ranking(String piece, Place place) {
        var today = Shanghai.today(clock);
        return retriever
                .retrieve(new Query(analyzer.form(piece, today), today, place), HITS)
                .only(hit -> hit.target().isEntry());
    }

    private static boolean resembles(Ranking ranking) {
        return ranking.entries().stream().anyMatch(hit -> hit.evidence().of(Signal.COSINE) >= RESEMBLES);
    }

    /** What is unlike it counts for nothing, though the ranking had nothing better. */
    private void spread(Ranking ranking, Map<String, Held> held) {
        var shares = Masses.shares(ranking);
        for (var hit : ranking.entries()) {
            if (hit.evidence().of(Signal.COSINE) >= RESEMBLES) {
                entry(hit).ifPresent(entry -> naming.meant(entry.department())
                        .ifPresent(unit -> add(held, unit, entry, shares.getOrDefault(hit.target(), 0.0))));
            }
        }
    }

    private static void add(Map<String, Held> held, Unit unit, Entry entry, double share) {
        if (share > 0) {
            held.merge(unit.id().value(), new Held(unit, entry.question(), share), (before, one) -> before.and(share));
        }
    }

    private Optional<Entry> entry(Hit hit) {
        return knowledge.entry(hit.target().id());
    }

    /** By sentences, as many together as the encoder reads at once. */
    static List<String> pieces(List<String> words) {
        var pieces = new ArrayList<String>();
        for (var line : words) {
            for (var sentence : line.split("(?<=[。！？!?；;])")) {
                cut(sentence.strip(), pieces);
            }
        }
        return pieces.stream()
                .filter(piece -> length(piece) >= SHORTEST)
                .limit(MOST_PIECES)
                .toList();
    }

    private static void cut(String sentence, List<String> pieces) {
        var left = sentence;
        while (length(left) > Inquiry.ENCODED) {
            var end = left.offsetByCodePoints(0, Inquiry.ENCODED);
            pieces.add(left.substring(0, end));
            left = left.substring(end);
        }
        pieces.add(left);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
