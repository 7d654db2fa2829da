package cn.yiqilai.retrieval;

import cn.yiqilai.understanding.Analyzer;
import java.nio.file.Path;

/** Retrieval over the dozen entries of {@code kb-small} for tests of later rooms; its encoder compares characters. */
public final class SmallRetrieval implements AutoCloseable {
    private final Replica replica;

    public SmallRetrieval(Path folder) {
        replica = new Replica(folder, KnowledgeInMemory.small(), new CountingEncoder(), new VectorsInMemory()).fill();
    }

    public Analyzer analyzer() {
        return replica.language;
    }

    public Retriever retriever() {
        return replica.retriever;
    }

    public Grounding grounding() {
        return replica.grounding;
    }

    public KnowledgeMirror knowledge() {
        return replica.mirror;
    }

    @Override
    public void close() {
        replica.close();
    }
}
