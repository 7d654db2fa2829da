package cn.yiqilai.retrieval;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows nothing of meaning: texts with common characters are near each other. Counts what it is asked. */
final class CountingEncoder implements EmbeddingModel {
    private static final int DIMENSION = 64;

    private final AtomicInteger calls = new AtomicInteger();

    int calls() {
        return calls.get();
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(segments.stream()
                .map(segment -> Embedding.from(vector(segment.text())))
                .toList());
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public String modelName() {
        return "characters";
    }

    private float[] vector(String text) {
        calls.incrementAndGet();
        var vector = new float[DIMENSION];
        text.chars().forEach(mark -> vector[mark * 31 % DIMENSION]++);
        var square = 0.0;
        for (var value : vector) {
            square += value * value;
        }
        var length = (float) Math.max(1, Math.sqrt(square));
        for (var i = 0; i < DIMENSION; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
