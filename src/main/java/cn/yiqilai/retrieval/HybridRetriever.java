package cn.yiqilai.retrieval;

import cn.yiqilai.retrieval.Catalog.Described;
import cn.yiqilai.retrieval.QuestionIndex.Found;
import cn.yiqilai.retrieval.Ranking.Why;
import cn.yiqilai.retrieval.Ranking.Withheld;
import cn.yiqilai.understanding.Query;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Searches in all ways, gathers the evidence, adds it up. */
final class HybridRetriever implements Retriever {
    private static final int INTENTS = 20;

    private final QuestionIndex index;
    private final Catalog catalog;
    private final EmbeddingModel encoder;
    private final Supplier<RankingModel> model;
    private final Respelling respelling;

    HybridRetriever(
            QuestionIndex index,
            Catalog catalog,
            EmbeddingModel encoder,
            Supplier<RankingModel> model,
            Respelling respelling) {
        this.index = index;
        this.catalog = catalog;
        this.encoder = encoder;
        this.model = model;
        this.respelling = respelling;
    }

    /** A target seen without one of its questions. */
    record Without(String key, Described described, int position) {}

    @Override
    public Ranking retrieve(Query query, int limit) {
        return retrieve(query, limit, null);
    }

    Ranking retrieve(Query asked, int limit, @Nullable Without without) {
        if (asked.form().isEmpty()) {
            return new Ranking(asked, List.of(), List.of(), List.of());
        }
        var query = respelling.read(asked);
        var vector = encoder.embed(query.form().normal()).content().vector();
        var found = index.search(query, vector);
        var reader = new EvidenceReader(catalog, query);
        var entries = new ArrayList<Hit>();
        var intents = new ArrayList<Hit>();
        var withheld = new ArrayList<Withheld>();
        for (var key : found.cosines().keySet()) {
            var hit = hit(key, found, reader, without);
            if (hit == null) {
                continue;
            }
            if (!hit.target().isEntry()) {
                intents.add(hit);
            } else if (found.withheld().contains(key)) {
                withheld.add(new Withheld(hit, why(query, key)));
            } else {
                entries.add(hit);
            }
        }
        entries.sort(Hit.BEST_FIRST);
        intents.sort(Hit.BEST_FIRST);
        withheld.sort(Comparator.comparing(Withheld::hit, Hit.BEST_FIRST));
        return new Ranking(query, first(entries, limit), first(intents, INTENTS), withheld);
    }

    /** Absent when the target was withdrawn between the search and this look. */
    private @Nullable Hit hit(String key, Found found, EvidenceReader reader, @Nullable Without without) {
        var described = catalog.find(key);
        var cosines = found.cosines().get(key);
        if (described == null || cosines == null) {
            return null;
        }
        var target = Target.ofKey(key);
        var evidence = without != null && without.key().equals(key)
                ? reader.read(target, without.described(), leaveOut(cosines, without.position()))
                : reader.read(target, described, cosines);
        var details = described.details();
        return new Hit(target, model.get().score(target, evidence), evidence, details.basis(), details.reason());
    }

    private static float[] leaveOut(float[] cosines, int position) {
        var rest = new float[cosines.length - 1];
        System.arraycopy(cosines, 0, rest, 0, position);
        System.arraycopy(cosines, position + 1, rest, position, rest.length - position);
        return rest;
    }

    private static List<Hit> first(List<Hit> hits, int limit) {
        return hits.size() <= limit ? hits : hits.subList(0, limit);
    }

    private Why why(Query query, String key) {
        var described = catalog.find(key);
        if (described == null) {
            return Why.OTHER_REGION;
        }
        var today = query.asOf().toEpochDay();
        var until = described.details().validUntil();
        var from = described.details().validFrom();
        if (until != null && until < today) {
            return Why.EXPIRED;
        }
        return from != null && from > today ? Why.NOT_YET : Why.OTHER_REGION;
    }
}
