package cn.yiqilai.retrieval;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A vector store without a database. */
final class VectorsInMemory implements VectorStore {
    private final Map<String, float[]> stored = new ConcurrentHashMap<>();

    @Override
    public Map<String, float[]> find(String model, Collection<String> texts) {
        var found = new HashMap<String, float[]>();
        for (var text : texts) {
            var vector = stored.get(model + "|" + text);
            if (vector != null) {
                found.put(text, vector);
            }
        }
        return found;
    }

    @Override
    public void store(String model, Map<String, float[]> vectors) {
        vectors.forEach((text, vector) -> stored.put(model + "|" + text, vector));
    }
}
