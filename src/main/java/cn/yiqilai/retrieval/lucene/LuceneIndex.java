package cn.yiqilai.retrieval.lucene;

import cn.yiqilai.retrieval.QuestionDocument;
import cn.yiqilai.retrieval.QuestionIndex;
import cn.yiqilai.retrieval.Target;
import cn.yiqilai.understanding.Query;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One folder, one writer, searches over the last published state. */
public final class LuceneIndex implements QuestionIndex, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LuceneIndex.class);
    /** Documents looked at for one kind of terms alone. */
    private static final int DOCUMENTS = 120;

    private static final String CHANGE = "change";
    private static final String MOMENT = "moment";
    private static final String MADE_WITH = "made-with";
    private static final String SHORT_LIST = "short-list";
    /** Of a size: each segment is searched by itself, so a question costs more the more there are. */
    private static final int SEGMENTS = 3;
    /** So much is gathered before a segment is written; a new index of 20,000 questions is one. */
    private static final int BUFFER_MEGABYTES = 64;
    /** Below this many vectors a segment gets no graph: they are scanned. */
    private static final int NO_GRAPH = Integer.MAX_VALUE;

    private final Directory directory;
    private final IndexWriter writer;
    private final Supplier<String> madeWith;
    private final @Nullable State stored;
    private volatile Searcher searcher;

    /**
     * Opens the folder, or begins anew when it holds no index, a damaged one, or one that was made with something else.
     *
     * @param madeWith names encoder and analyzer as they are in force
     * @throws UncheckedIOException when the folder cannot be used, or another process uses it; the message names it
     */
    public static LuceneIndex open(Path folder, Supplier<String> madeWith) {
        Supplier<String> everything = () -> madeWith.get() + "+fields " + Fields.VERSION;
        try {
            Files.createDirectories(folder);
            var directory = FSDirectory.open(folder);
            if (!isSound(directory, everything.get())) {
                empty(folder);
            }
            return new LuceneIndex(directory, everything);
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be opened in " + folder, e);
        }
    }

    /** As {@link #open(Path, Supplier)}, with what stays in force as long as the index is open. */
    public static LuceneIndex open(Path folder, String madeWith) {
        return open(folder, () -> madeWith);
    }

    private LuceneIndex(Directory directory, Supplier<String> madeWith) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(
                directory,
                new IndexWriterConfig()
                        .setCodec(codec())
                        .setMergePolicy(fewSegments())
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                        .setCommitOnClose(false));
        var committed = committed(writer);
        this.stored = state(committed);
        this.madeWith = madeWith;
        this.searcher = new Searcher(DirectoryReader.open(writer), ShortList.ofText(committed.get(SHORT_LIST)));
    }

    @Override
    public Found search(Query query, float[] vector) {
        return reading(current -> current.search(query, vector));
    }

    @Override
    public List<String> nearest(Query query, float[] vector) {
        return reading(current -> current.nearest(query, vector));
    }

    @Override
    public Map<String, Float> byTermsAlone(Query query, Terms terms) {
        return reading(current -> switch (terms) {
            case WORDS -> current.plain().byTerms(Fields.WORDS, query.form().words(), query, DOCUMENTS);
            case CHARACTERS ->
                current.plain().byTerms(Fields.GRAMS, query.form().grams(), query, DOCUMENTS);
            case SOUNDS -> current.plain().byTerms(Fields.SOUNDS, query.form().sounds(), query, DOCUMENTS);
        });
    }

    @Override
    public Map<String, Float> byVectorAlone(Query query, float[] vector) {
        return reading(current -> current.plain().byVector(query, vector));
    }

    private interface Search<T> {
        T in(Searcher searcher) throws IOException;
    }

    /** Holds the state that is searched until the search is over, whatever is published meanwhile. */
    private <T> T reading(Search<T> search) {
        while (true) {
            var current = searcher;
            if (current.reader().tryIncRef()) {
                try {
                    return search.in(current);
                } catch (IOException e) {
                    throw new UncheckedIOException("the index cannot be read", e);
                } finally {
                    release(current);
                }
            }
        }
    }

    @Override
    public synchronized void replace(Target target, List<QuestionDocument> documents) {
        try {
            var identity = new Term(Fields.TARGET, target.key());
            if (documents.isEmpty()) {
                writer.deleteDocuments(identity);
            } else {
                writer.updateDocuments(
                        identity, documents.stream().map(Fields::document).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be written for " + target.key(), e);
        }
    }

    @Override
    public synchronized void clear() {
        try {
            writer.deleteAll();
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be emptied", e);
        }
    }

    @Override
    public synchronized void publish(State state) {
        try {
            var before = searcher;
            var reader = DirectoryReader.openIfChanged(before.reader());
            if (reader == null) {
                commit(state, before);
                return;
            }
            var next = before.next(reader);
            try {
                commit(state, next);
            } catch (IOException | RuntimeException e) {
                release(next);
                throw e;
            }
            searcher = next;
            release(before);
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be published", e);
        }
    }

    private void commit(State state, Searcher next) throws IOException {
        writer.setLiveCommitData(Map.of(
                        CHANGE,
                        Long.toString(state.change()),
                        MOMENT,
                        state.moment() == null ? "" : state.moment().toString(),
                        MADE_WITH,
                        madeWith.get(),
                        SHORT_LIST,
                        next.shortList().asText())
                .entrySet());
        writer.commit();
    }

    @Override
    public @Nullable State stored() {
        return stored;
    }

    @Override
    public int documents() {
        return searcher.reader().numDocs();
    }

    @Override
    public synchronized void close() {
        try {
            IOUtils.close(searcher.reader(), writer, directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be closed", e);
        }
    }

    private static void release(Searcher searcher) {
        try {
            searcher.reader().decRef();
        } catch (IOException e) {
            LOG.warnf("A reader of the index could not be released: %s", e.getMessage());
        }
    }

    private static boolean isSound(Directory directory, String madeWith) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return false;
        }
        try (var check = new CheckIndex(directory)) {
            check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_CHECKSUM_CHECKS);
            check.setInfoStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            if (check.checkIndex().clean) {
                return wasMadeWith(directory, madeWith);
            }
            LOG.warn("The stored index is damaged and will be built anew");
        } catch (LockObtainFailedException e) {
            // Somebody else writes here: nothing is damaged, and nothing of it may be thrown away.
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.warnf("The stored index is damaged and will be built anew: %s", e.getMessage());
        }
        return false;
    }

    private static boolean wasMadeWith(Directory directory, String madeWith) throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            return madeWith.equals(reader.getIndexCommit().getUserData().get(MADE_WITH));
        }
    }

    private static void empty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Map<String, String> committed(IndexWriter writer) {
        var data = new HashMap<String, String>();
        var committed = writer.getLiveCommitData();
        if (committed != null) {
            committed.forEach(pair -> data.put(pair.getKey(), pair.getValue()));
        }
        return data;
    }

    private static @Nullable State state(Map<String, String> data) {
        var change = data.get(CHANGE);
        var moment = data.getOrDefault(MOMENT, "");
        return change == null
                ? null
                : new State(Long.parseLong(change), moment.isEmpty() ? null : Instant.parse(moment));
    }

    private static MergePolicy fewSegments() {
        return new TieredMergePolicy().setSegmentsPerTier(SEGMENTS);
    }

    private static Codec codec() {
        var standard = Codec.getDefault();
        var vectors = new Lucene99HnswVectorsFormat(
                Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
                Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
                1,
                null,
                NO_GRAPH);
        return new FilterCodec(standard.getName(), standard) {
            @Override
            public KnnVectorsFormat knnVectorsFormat() {
                return new PerFieldKnnVectorsFormat() {
                    @Override
                    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                        return vectors;
                    }
                };
            }
        };
    }
}
