package cn.yiqilai.retrieval;

import cn.yiqilai.city.City;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.retrieval.lucene.LuceneIndex;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Spelling;
import dev.langchain4j.model.embedding.EmbeddingModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;

/** Opens trials. Encoder, stored vectors and the ranking model are those of the service. */
@ApplicationScoped
public class Trials {
    private final EmbeddingModel encoder;
    private final VectorStore vectors;
    private final RankingInForce model;
    private final City city;
    private final Clock clock;

    Trials(EmbeddingModel encoder, VectorStore vectors, RankingInForce model, City city, Clock clock) {
        this.encoder = encoder;
        this.vectors = vectors;
        this.model = model;
        this.city = city;
        this.clock = clock;
    }

    /**
     * Takes the knowledge in, which lasts some seconds for ten thousand questions whose vectors are stored.
     *
     * @param spelling that has learnt nothing yet
     */
    public TrialRetrieval open(List<Entry> entries, List<Intent> intents, Analyzer analyzer, Spelling spelling) {
        try {
            var folder = Files.createTempDirectory("yiqilai-trial");
            var index = LuceneIndex.open(folder, analyzer.fingerprint());
            var catalog = new Catalog();
            var respelling = new Respelling(spelling, analyzer);
            var mirror = new KnowledgeMirror(
                    new FixedKnowledge(entries, intents),
                    analyzer,
                    () -> {},
                    () -> {},
                    encoder,
                    vectors,
                    index,
                    catalog,
                    respelling,
                    StoredForms.nowhere(),
                    () -> Shanghai.today(clock));
            mirror.fill();
            var retriever = new HybridRetriever(index, catalog, encoder, model, respelling);
            return new TrialRetrieval(
                    folder, index, analyzer, retriever, new LeaveOneOut(mirror, analyzer, retriever, catalog, city));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made for a trial", e);
        }
    }
}
