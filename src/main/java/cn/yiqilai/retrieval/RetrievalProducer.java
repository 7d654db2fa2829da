package cn.yiqilai.retrieval;

import cn.yiqilai.city.City;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.retrieval.lucene.LuceneIndex;
import cn.yiqilai.retrieval.onnx.OnnxEncoder;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.LanguageReload;
import cn.yiqilai.understanding.Spelling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Puts the parts of this room together. */
@ApplicationScoped
class RetrievalProducer {
    private static final Logger LOG = Logger.getLogger(RetrievalProducer.class);

    @Produces
    @Singleton
    OnnxEncoder encoder() {
        return new OnnxEncoder();
    }

    void close(@Disposes OnnxEncoder encoder) {
        encoder.close();
    }

    @Produces
    @Singleton
    LuceneIndex index(Settings settings, Analyzer analyzer) {
        return LuceneIndex.open(
                settings.dataDir().resolve("index"), () -> OnnxEncoder.MODEL + "+" + analyzer.fingerprint());
    }

    void close(@Disposes LuceneIndex index) {
        index.close();
    }

    @Produces
    @Singleton
    Catalog catalog() {
        return new Catalog();
    }

    @Produces
    @Singleton
    RankingInForce rankingInForce(Settings settings) {
        var file = settings.seed().resolve("model/ranking.json");
        if (Files.exists(file)) {
            return new RankingInForce(ModelFile.read(file));
        }
        LOG.warnf("No fitted ranking in %s: meaning and shared characters count alike. ./run calibrate fits one", file);
        return new RankingInForce(RankingModel.UNFITTED);
    }

    @Produces
    @Singleton
    KnowledgeMirror mirror(
            PublishedKnowledge knowledge,
            Analyzer analyzer,
            LanguageReload language,
            ModelReload models,
            OnnxEncoder encoder,
            VectorStore vectors,
            LuceneIndex index,
            Catalog catalog,
            Respelling respelling,
            Settings settings,
            Clock clock) {
        return new KnowledgeMirror(
                knowledge,
                analyzer,
                language,
                models,
                encoder,
                vectors,
                index,
                catalog,
                respelling,
                StoredForms.in(settings.dataDir().resolve("forms")),
                () -> Shanghai.today(clock));
    }

    @Produces
    @Singleton
    LeaveOneOut leaveOneOut(
            KnowledgeMirror mirror, Analyzer analyzer, Retriever retriever, Catalog catalog, City city) {
        return new LeaveOneOut(mirror, analyzer, (HybridRetriever) retriever, catalog, city);
    }

    @Produces
    @Singleton
    Respelling respelling(Spelling spelling, Analyzer analyzer) {
        return new Respelling(spelling, analyzer);
    }

    @Produces
    @Singleton
    Retriever retriever(
            LuceneIndex index, Catalog catalog, OnnxEncoder encoder, RankingInForce model, Respelling respelling) {
        return new HybridRetriever(index, catalog, encoder, model, respelling);
    }

    @Produces
    @Singleton
    Grounding grounding(Catalog catalog) {
        return new CatalogGrounding(catalog);
    }
}
