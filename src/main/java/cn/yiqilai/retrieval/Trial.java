package cn.yiqilai.retrieval;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.retrieval.lucene.LuceneIndex;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Spelling;
import dev.langchain4j.model.embedding.EmbeddingModel;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** This room put together once more over other knowledge, in a folder that is thrown away: for measuring. */
public final class Trial implements AutoCloseable {
    private final Path folder;
    private final LuceneIndex index;
    private final Retriever retriever;

    private Trial(Path folder, LuceneIndex index, Retriever retriever) {
        this.folder = folder;
        this.index = index;
        this.retriever = retriever;
    }

    /** What a trial shares with the service. */
    @Singleton
    public static final class Ground {
        private final Analyzer analyzer;
        private final Spelling spelling;
        private final EmbeddingModel encoder;
        private final VectorStore vectors;
        private final RankingInForce model;

        Ground(
                Analyzer analyzer,
                Spelling spelling,
                EmbeddingModel encoder,
                VectorStore vectors,
                RankingInForce model) {
            this.analyzer = analyzer;
            this.spelling = spelling;
            this.encoder = encoder;
            this.vectors = vectors;
            this.model = model;
        }

        /** With the vectors of the encoder, kept in the database of the service. */
        public Trial over(Collection<Entry> entries, Collection<Intent> intents, LocalDate today) {
            return over(entries, intents, today, vectors);
        }

        /** With vectors from elsewhere. */
        public Trial over(
                Collection<Entry> entries, Collection<Intent> intents, LocalDate today, VectorStore otherVectors) {
            try {
                var folder = Files.createTempDirectory("yiqilai-trial-");
                var index = LuceneIndex.open(folder, encoder.modelName());
                var catalog = new Catalog();
                var respelling = new Respelling(new Taught(spelling), analyzer);
                new KnowledgeMirror(
                                new FixedKnowledge(List.copyOf(entries), List.copyOf(intents)),
                                analyzer,
                                () -> {},
                                () -> {},
                                encoder,
                                otherVectors,
                                index,
                                catalog,
                                respelling,
                                StoredForms.nowhere(),
                                () -> today)
                        .fill();
                return new Trial(folder, index, new HybridRetriever(index, catalog, encoder, model, respelling));
            } catch (IOException e) {
                throw new UncheckedIOException("a trial finds no place on the disk", e);
            }
        }
    }

    public Retriever retriever() {
        return retriever;
    }

    public QuestionIndex index() {
        return index;
    }

    @Override
    public void close() {
        index.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the trial's folder " + folder + " cannot be deleted", e);
        }
    }

    /** Spells as the service does and learns nothing. */
    private record Taught(Spelling spelling) implements Spelling {
        @Override
        public void learn(String normal) {}

        @Override
        public void forget(String normal) {}

        @Override
        public String corrected(String normal) {
            return spelling.corrected(normal);
        }

        @Override
        public int[] learnt() {
            return new int[0];
        }

        @Override
        public void recall(int[] learnt) {}
    }
}
