package cn.yiqilai.retrieval;

import java.util.Collection;
import java.util.Map;

/** Vectors that were computed once and are never computed again for the same model and text. */
public interface VectorStore {
    /** The known vectors of these texts. */
    Map<String, float[]> find(String model, Collection<String> texts);

    void store(String model, Map<String, float[]> vectors);
}
