package cn.yiqilai.retrieval.postgres;

import cn.yiqilai.retrieval.VectorStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class PostgresVectorStore implements VectorStore {
    private static final int BATCH = 1000;

    private final Jdbi jdbi;

    PostgresVectorStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Map<String, float[]> find(String model, Collection<String> texts) {
        var byDigest = new HashMap<String, String>();
        texts.forEach(text -> byDigest.put(HexFormat.of().formatHex(digest(text)), text));
        var found = new HashMap<String, float[]>();
        for (var batch : batches(byDigest.keySet())) {
            jdbi.useHandle(handle -> handle.createQuery("""
                            SELECT encode(digest, 'hex') AS digest, vector FROM question_vector
                            WHERE model = :model AND digest IN (SELECT decode(d, 'hex') FROM unnest(:digests) AS d)""")
                    .bind("model", model)
                    .bindArray("digests", String.class, List.<Object>copyOf(batch))
                    .map((row, context) -> Map.entry(row.getString("digest"), floats(row.getBytes("vector"))))
                    .forEach(pair -> found.put(byDigest.get(pair.getKey()), pair.getValue())));
        }
        return found;
    }

    @Override
    public void store(String model, Map<String, float[]> vectors) {
        if (vectors.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    INSERT INTO question_vector (model, digest, vector) VALUES (:model, :digest, :vector)
                    ON CONFLICT DO NOTHING""");
            vectors.forEach((text, vector) -> batch.bind("model", model)
                    .bind("digest", digest(text))
                    .bind("vector", bytes(vector))
                    .add());
            batch.execute();
        });
    }

    private static List<List<String>> batches(Collection<String> digests) {
        var all = new ArrayList<>(digests);
        var batches = new ArrayList<List<String>>();
        for (var start = 0; start < all.size(); start += BATCH) {
            batches.add(all.subList(start, Math.min(all.size(), start + BATCH)));
        }
        return batches;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(float[] vector) {
        var buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    private static float[] floats(byte[] bytes) {
        var vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
