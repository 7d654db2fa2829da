package cn.yiqilai.retrieval.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.knowledge.SmallKnowledge;
import cn.yiqilai.platform.postgres.TestDatabase;
import cn.yiqilai.retrieval.VectorStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallKnowledge.class)
class PostgresVectorStoreIT {
    @Inject
    VectorStore vectors;

    private final String model = "model-" + UUID.randomUUID();

    @Test
    void what_was_stored_comes_back_number_by_number() {
        var vector = new float[] {0.1f, -1, 0, Float.MIN_VALUE, 3.4e38f};
        vectors.store(model, Map.of("税率是多少", vector));

        assertThat(vectors.find(model, List.of("税率是多少", "没有存过"))).containsOnlyKeys("税率是多少");
        assertThat(vectors.find(model, List.of("税率是多少")).get("税率是多少")).containsExactly(vector);
    }

    @Test
    void vectors_of_different_models_never_meet() {
        vectors.store(model, Map.of("税率", new float[] {1}));

        assertThat(vectors.find("another", List.of("税率"))).isEmpty();
    }

    @Test
    void storing_again_keeps_the_first() {
        vectors.store(model, Map.of("税率", new float[] {1}));
        vectors.store(model, Map.of("税率", new float[] {2}));

        assertThat(vectors.find(model, List.of("税率")).get("税率")).containsExactly(1);
    }

    @Test
    void nothing_is_a_good_question_too() {
        vectors.store(model, Map.of());

        assertThat(vectors.find(model, List.of())).isEmpty();
    }

    @Test
    void thousands_are_found_at_once() {
        var many = new HashMap<String, float[]>();
        IntStream.range(0, 2500).forEach(i -> many.put("问题 😀 " + i, new float[] {i}));
        vectors.store(model, many);

        var found = vectors.find(model, many.keySet());

        assertThat(found).hasSize(2500);
        assertThat(found.get("问题 😀 1234")).containsExactly(1234);
    }
}
