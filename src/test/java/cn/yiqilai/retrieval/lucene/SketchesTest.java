package cn.yiqilai.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

class SketchesTest {
    /** Of the encoder: longer than what is seen at a glance. */
    private static final int DIMENSION = 512;

    private static final int DOCUMENTS = 300;

    @Test
    void both_looks_estimate_the_cosine_and_the_second_is_nearer() throws IOException {
        try (var directory = new ByteBuffersDirectory();
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            var random = new Random(3);
            var vectors = new float[DOCUMENTS][];
            for (var doc = 0; doc < DOCUMENTS; doc++) {
                vectors[doc] = vector(random);
                writer.addDocument(document(vectors[doc]));
            }
            writer.addDocument(new Document());
            writer.forceMerge(1);
            writer.commit();
            try (var reader = DirectoryReader.open(writer)) {
                var sketches = Sketches.of(reader.leaves().getFirst().reader());
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
            }
        }
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

    private static Document document(float[] vector) {
        var document = new Document();
        document.add(new KnnFloatVectorField(Fields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }
}
