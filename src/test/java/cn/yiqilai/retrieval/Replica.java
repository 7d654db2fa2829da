package cn.yiqilai.retrieval;

import cn.yiqilai.city.Regions;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.retrieval.lucene.LuceneIndex;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Language;
import cn.yiqilai.understanding.LanguageReload;
import cn.yiqilai.understanding.Query;
import cn.yiqilai.understanding.Trace;
import cn.yiqilai.understanding.hanlp.HanlpAnalyzer;
import cn.yiqilai.understanding.hanlp.NoisyChannel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/** The parts of this room put together as the service does, on a folder of its own and without a container. */
final class Replica implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

    final Regions regions = Language.regions();
    final CurrentLanguage language;
    final LuceneIndex index;
    final KnowledgeMirror mirror;
    final Retriever retriever;
    final Grounding grounding;
    /** How often another model was to be taken over. */
    int modelReloads;
    /** How many texts of the knowledge were analysed. */
    final AtomicInteger analysed;

    LocalDate today = TODAY;

    /** Counts the texts. */
    private record Counting(Analyzer analyzer, AtomicInteger calls) implements Analyzer {
        @Override
        public Form form(String text, LocalDate today) {
            calls.incrementAndGet();
            return analyzer.form(text, today);
        }

        @Override
        public String plain(String text) {
            return analyzer.plain(text);
        }

        @Override
        public Trace trace(String text, LocalDate today) {
            return analyzer.trace(text, today);
        }

        @Override
        public String fingerprint() {
            return analyzer.fingerprint();
        }
    }

    /** Reads with the language data in force. */
    static final class CurrentLanguage implements Analyzer, LanguageReload {
        private final PublishedKnowledge knowledge;
        private final Regions regions;
        private volatile HanlpAnalyzer current;

        CurrentLanguage(PublishedKnowledge knowledge, Regions regions) {
            this.knowledge = knowledge;
            this.regions = regions;
            reload();
        }

        @Override
        public Form form(String text, LocalDate today) {
            return current.form(text, today);
        }

        @Override
        public String plain(String text) {
            return current.plain(text);
        }

        @Override
        public Trace trace(String text, LocalDate today) {
            return current.trace(text, today);
        }

        @Override
        public String fingerprint() {
            return current.fingerprint();
        }

        @Override
        public void reload() {
            current = new HanlpAnalyzer(knowledge.language(), regions);
        }
    }

    Replica(Path folder, PublishedKnowledge knowledge, EmbeddingModel encoder, VectorStore vectors) {
        this(folder, knowledge, encoder, vectors, RankingModel.UNFITTED);
    }

    Replica(
            Path folder,
            PublishedKnowledge knowledge,
            EmbeddingModel encoder,
            VectorStore vectors,
            RankingModel model) {
        language = new CurrentLanguage(knowledge, regions);
        analysed = new AtomicInteger();
        var counting = new Counting(language, analysed);
        index = LuceneIndex.open(folder.resolve("index"), () -> encoder.modelName() + "+" + language.fingerprint());
        var catalog = new Catalog();
        var respelling = new Respelling(new NoisyChannel(), language);
        mirror = new KnowledgeMirror(
                knowledge,
                counting,
                language,
                () -> modelReloads++,
                encoder,
                vectors,
                index,
                catalog,
                respelling,
                StoredForms.in(folder.resolve("forms")),
                () -> today);
        retriever = new HybridRetriever(index, catalog, encoder, () -> model, respelling);
        grounding = new CatalogGrounding(catalog);
    }

    Replica fill() {
        mirror.fill();
        return this;
    }

    Replica store() {
        mirror.store();
        return this;
    }

    Ranking ask(String question) {
        return ask(question, "盐城市");
    }

    Ranking ask(String question, String from) {
        return retriever.retrieve(new Query(language.form(question, TODAY), TODAY, regions.place(from)), 10);
    }

    @Override
    public void close() {
        index.close();
    }
}
