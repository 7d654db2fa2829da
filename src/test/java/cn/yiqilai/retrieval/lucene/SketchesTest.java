package cn.yiqilai.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

class SketchesTest {
    /** Of the encoder. */
    private static final int DIMENSION = 512;

    private static final int DOCUMENTS = 300;
    /** More than fit into one bundle. */
    private static final int OF_A_TARGET = 20;

    @Test
    void both_looks_estimate_the_cosine_and_the_second_is_nearer() throws IOException {
        var random = new Random(3);
        var vectors = vectors(random);
        looking(vectors, sketches -> {
            var query = vector(random);
            var reading = sketches.read(query);
            var glances = 0.0;
            var estimates = 0.0;
            for (var doc = 0; doc < DOCUMENTS; doc++) {
                var cosine = VectorUtil.dotProduct(vectors[doc], query);
                assertThat(sketches.glance(doc, reading)).isCloseTo(cosine, within(0.3f));
                assertThat(sketches.estimate(doc, reading)).isCloseTo(cosine, within(0.15f));
                glances += Math.abs(sketches.glance(doc, reading) - cosine);
                estimates += Math.abs(sketches.estimate(doc, reading) - cosine);
            }
            assertThat(estimates).isLessThan(glances);
            assertThat(sketches.glance(DOCUMENTS, reading)).isNaN();
            assertThat(sketches.estimate(DOCUMENTS, reading)).isNaN();
        });
    }

    @Test
    void a_bundle_holds_neighbours_of_one_target_and_is_looked_at_by_their_mean() throws IOException {
        var random = new Random(4);
        var vectors = vectors(random);
        looking(vectors, sketches -> {
            var query = vector(random);
            var reading = sketches.read(query);
            for (var bundle = 0; bundle + 1 < sketches.bundles(); bundle++) {
                var first = sketches.start(bundle);
                var end = sketches.start(bundle + 1);
                assertThat(end - first).isBetween(1, Sketches.LARGEST_BUNDLE);
                assertThat(first / OF_A_TARGET).as("target").isEqualTo((end - 1) / OF_A_TARGET);
                var mean = 0f;
                for (var doc = first; doc < end; doc++) {
                    mean += VectorUtil.dotProduct(vectors[doc], query) / (end - first);
                }
                assertThat(sketches.glanceAtBundle(bundle, reading)).isBetween(mean - 0.3f, mean + 0.6f);
            }
            assertThat(sketches.start(sketches.bundles())).isEqualTo(DOCUMENTS + 1);
            assertThat(sketches.glanceAtBundle(sketches.bundles() - 1, reading)).isNaN();
        });
    }

    private interface Look {
        void at(Sketches sketches) throws IOException;
    }

    /** Sketches of those vectors and of a last document without one. */
    private static void looking(float[][] vectors, Look look) throws IOException {
        try (var directory = new ByteBuffersDirectory();
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (var doc = 0; doc < DOCUMENTS; doc++) {
                writer.addDocument(document(vectors[doc], "target " + doc / OF_A_TARGET));
            }
            writer.addDocument(new Document());
            writer.forceMerge(1);
            writer.commit();
            try (var reader = DirectoryReader.open(writer)) {
                look.at(Sketches.of(reader.leaves().getFirst().reader()));
            }
        }
    }

    private static float[][] vectors(Random random) {
        var vectors = new float[DOCUMENTS][];
        for (var doc = 0; doc < DOCUMENTS; doc++) {
            vectors[doc] = vector(random);
        }
        return vectors;
    }

    /** On one side of the origin, as an encoder's are. */
    private static float[] vector(Random random) {
        var vector = new float[DIMENSION];
        for (var at = 0; at < DIMENSION; at++) {
            vector[at] = (float) (random.nextGaussian() + at % 3);
        }
        VectorUtil.l2normalize(vector);
        return vector;
    }

    private static Document document(float[] vector, String target) {
        var document = new Document();
        document.add(new SortedDocValuesField(Fields.TARGET, new BytesRef(target)));
        document.add(new KnnFloatVectorField(Fields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }
}
