package cn.yiqilai.retrieval.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** The encoder. Shareable between threads; waits for a free core. */
public final class OnnxEncoder implements EmbeddingModel, AutoCloseable {
    /** Names model, pooling and token limit: vectors under another name are not comparable. */
    public static final String MODEL = "bge-small-zh-v1.5-q/cls/64";

    public static final int DIMENSION = 512;

    private static final int MAXIMUM_TOKENS = 64;
    private static final String MODEL_FILE = "/bge-small-zh-v1.5-q.onnx";
    private static final String TOKENIZER_FILE = "/bge-small-zh-v1.5-q-tokenizer.json";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    public OnnxEncoder() {
        // The tokenizer library would otherwise report its use to its makers.
        System.setProperty("OPT_OUT_TRACKING", "true");
        try (var model = resource(MODEL_FILE);
                var words = resource(TOKENIZER_FILE)) {
            environment = OrtEnvironment.getEnvironment("yiqilai");
            session = session(environment, model.readAllBytes());
            tokenizer = HuggingFaceTokenizer.newInstance(
                    words,
                    Map.of("truncation", "true", "maxLength", Integer.toString(MAXIMUM_TOKENS), "padding", "false"));
        } catch (IOException | OrtException e) {
            throw new IllegalStateException("the encoder cannot be loaded", e);
        }
    }

    /** @return 512 numbers of length one */
    public float[] encode(String text) {
        var tokens = tokenizer.encode(text);
        cores.acquireUninterruptibly();
        try {
            return infer(tokens.getIds(), tokens.getAttentionMask(), tokens.getTypeIds());
        } finally {
            cores.release();
        }
    }

    /** How many sentences wait for a core. */
    public int waiting() {
        return cores.getQueueLength();
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(segments.stream()
                .map(segment -> Embedding.from(encode(segment.text())))
                .toList());
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public String modelName() {
        return MODEL;
    }

    @Override
    public void close() {
        try {
            tokenizer.close();
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder cannot be closed", e);
        }
    }

    private float[] infer(long[] ids, long[] mask, long[] types) {
        var shape = new long[] {1, ids.length};
        try (var inputIds = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                var attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                var tokenTypes = OnnxTensor.createTensor(environment, LongBuffer.wrap(types), shape);
                var result = session.run(
                        Map.of("input_ids", inputIds, "attention_mask", attention, "token_type_ids", tokenTypes))) {
            var states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            var first = new float[DIMENSION];
            states.get(first);
            return normalised(first);
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder failed on " + ids.length + " tokens", e);
        }
    }

    private static float[] normalised(float[] vector) {
        var square = 0.0;
        for (var value : vector) {
            square += value * value;
        }
        var length = (float) Math.sqrt(square);
        for (var i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static OrtSession session(OrtEnvironment environment, byte[] model) throws OrtException {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setMemoryPatternOptimization(true);
            return environment.createSession(model, options);
        }
    }

    private static InputStream resource(String name) {
        var stream = OnnxEncoder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new UncheckedIOException(new IOException(name + " is not on the class path"));
        }
        return stream;
    }
}
