package cn.yiqilai.retrieval;

import cn.yiqilai.city.City;
import cn.yiqilai.retrieval.HybridRetriever.Without;
import cn.yiqilai.retrieval.QuestionDocument.Role;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The knowledge as its own teacher: each question of a target, asked while the target does not have it.
 *
 * <p>Such questions are nearer to their entry than callers' are, since one editor wrote them all; they teach the ranking
 * beside labelled questions, at a lower weight.
 */
public final class LeaveOneOut {
    private static final long SEED = 20260320;
    private static final int CANDIDATES = 100;

    private final KnowledgeMirror mirror;
    private final Analyzer analyzer;
    private final HybridRetriever retriever;
    private final Catalog catalog;
    private final City city;

    LeaveOneOut(KnowledgeMirror mirror, Analyzer analyzer, HybridRetriever retriever, Catalog catalog, City city) {
        this.mirror = mirror;
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.catalog = catalog;
        this.city = city;
    }

    /**
     * What was found for a question that belongs to {@code target}.
     *
     * @param right whether a hit is its target or says the same
     */
    public record LeftOut(Target target, Ranking ranking) {
        public boolean right(Hit hit) {
            return hit.target().equals(target)
                    || own().map(hit::saysTheSameAs).orElse(false)
                    || own().map(mine -> mine.reason() != null && mine.reason().equals(hit.reason()))
                            .orElse(false);
        }

        private Optional<Hit> own() {
            return java.util.stream.Stream.concat(ranking.entries().stream(), ranking.intents().stream())
                    .filter(hit -> hit.target().equals(target))
                    .findFirst();
        }
    }

    /** @param most questions of one target that are left out in turn, chosen by a fixed lot */
    public List<LeftOut> questions(LocalDate asOf, int most) {
        var documents = new Documents(analyzer, asOf);
        var random = new Random(SEED);
        var all = new ArrayList<LeftOut>();
        mirror.entries().stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .filter(entry ->
                        entry.validUntil() == null || !entry.validUntil().isBefore(asOf))
                .forEach(entry -> all.addAll(of(
                        Target.entry(entry.id().value()),
                        documents.of(entry),
                        documents.details(entry),
                        asOf,
                        most,
                        random)));
        mirror.intents().stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .forEach(intent -> all.addAll(of(
                        Target.intent(intent.id()),
                        documents.of(intent),
                        documents.details(intent),
                        asOf,
                        most,
                        random)));
        return all;
    }

    private List<LeftOut> of(
            Target target,
            List<Documents.Draft> drafts,
            Catalog.Details details,
            LocalDate asOf,
            int most,
            Random random) {
        var positions = new ArrayList<Integer>();
        for (var i = 0; i < drafts.size(); i++) {
            if (drafts.get(i).role() == Role.STANDARD || drafts.get(i).role() == Role.SIMILAR) {
                positions.add(i);
            }
        }
        Collections.shuffle(positions, random);
        return positions.stream()
                .limit(positions.size() < 3 ? 0 : most)
                .map(position -> leftOut(target, drafts, details, asOf, position))
                .toList();
    }

    private LeftOut leftOut(
            Target target, List<Documents.Draft> drafts, Catalog.Details details, LocalDate asOf, int position) {
        var rest = new ArrayList<QuestionDocument>();
        for (var i = 0; i < drafts.size(); i++) {
            if (i != position) {
                var draft = drafts.get(i);
                rest.add(new QuestionDocument(
                        target, draft.role(), rest.size(), draft.form(), new float[0], null, null, details.region()));
            }
        }
        var query = new Query(drafts.get(position).form(), asOf, city.place());
        var without = new Without(target.key(), catalog.weighed(Catalog.describe(rest, details)), position);
        return new LeftOut(target, retriever.retrieve(query, CANDIDATES, without));
    }
}
