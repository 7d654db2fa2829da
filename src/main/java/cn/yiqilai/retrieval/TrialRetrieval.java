package cn.yiqilai.retrieval;

import cn.yiqilai.retrieval.lucene.LuceneIndex;
import cn.yiqilai.understanding.Analyzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A retrieval beside the one that serves: over changed knowledge, or read by another analyzer, in an index of its own that is
 * thrown away. Shows what a part of the knowledge is worth.
 */
public final class TrialRetrieval implements AutoCloseable {
    private final Path folder;
    private final LuceneIndex index;
    private final Analyzer analyzer;
    private final Retriever retriever;
    private final LeaveOneOut leaveOneOut;

    TrialRetrieval(Path folder, LuceneIndex index, Analyzer analyzer, Retriever retriever, LeaveOneOut leaveOneOut) {
        this.folder = folder;
        this.index = index;
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.leaveOneOut = leaveOneOut;
    }

    public Analyzer analyzer() {
        return analyzer;
    }

    public Retriever retriever() {
        return retriever;
    }

    public LeaveOneOut leaveOneOut() {
        return leaveOneOut;
    }

    @Override
    public void close() {
        index.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the trial's index cannot be removed from " + folder, e);
        }
    }
}
