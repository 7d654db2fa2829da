package cn.yiqilai.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.yiqilai.access.Actor;
import cn.yiqilai.retrieval.RankingInForce;
import cn.yiqilai.retrieval.RankingModel;
import cn.yiqilai.retrieval.Signal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ModelInForceTest {
    private static final FittedModel SEED = model(1);
    private static final FittedModel OTHER = model(2);

    private final RankingInForce ranking = new RankingInForce(RankingModel.UNFITTED);
    private final ModelInForce models = new ModelInForce(ranking, SEED);
    private final KeptModels kept = new KeptModels();
    private final ModelFollowing following = new ModelFollowing(kept, models);

    @Test
    void the_seed_s_counts_until_another_one_is_put_in_force() {
        following.reload();
        assertThat(models.version()).isZero();
        assertThat(models.get()).isEqualTo(SEED);

        kept.put(3, ModelText.write(OTHER));
        following.reload();

        assertThat(models.version()).isEqualTo(3);
        assertThat(models.get()).isEqualTo(OTHER);
        assertThat(models.policy().model()).isEqualTo(OTHER);
        assertThat(ranking.get()).isEqualTo(OTHER.ranking());
    }

    @Test
    void one_can_go_back() {
        kept.put(3, ModelText.write(OTHER));
        following.reload();
        kept.inForce = 0;
        following.reload();

        assertThat(models.version()).isZero();
        assertThat(ranking.get()).isEqualTo(SEED.ranking());
    }

    @Test
    void a_model_of_another_state_of_the_code_leaves_the_seed_s_in_force() {
        kept.put(3, ModelText.write(OTHER).replace("COSINE", "BYGONE"));
        following.reload();

        assertThat(models.version()).isZero();
        assertThat(models.get()).isEqualTo(SEED);
    }

    @Test
    void what_is_under_way_when_the_model_changes_is_done_again_by_the_other() {
        var rounds = new AtomicInteger();

        var seen = models.steadily(() -> {
            var before = ranking.get();
            if (rounds.getAndIncrement() == 0) {
                models.put(3, OTHER);
            }
            return List.of(before, models.get().ranking());
        });

        assertThat(rounds).hasValue(2);
        assertThat(seen).containsExactly(OTHER.ranking(), OTHER.ranking());
    }

    @Test
    void a_model_is_the_same_after_being_kept_to_the_last_digit() {
        var read = ModelText.read(ModelText.write(OTHER));

        assertThat(read).isEqualTo(OTHER);
        assertThat(read.fingerprint()).isEqualTo(OTHER.fingerprint()).matches("[0-9a-f]{12}");
        assertThat(read.fingerprint()).isNotEqualTo(SEED.fingerprint());
        assertThatIllegalArgumentException().isThrownBy(() -> ModelText.read("{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> ModelText.read("no model"));
    }

    private static FittedModel model(double weight) {
        return new FittedModel(
                new RankingModel(Map.of(Signal.COSINE, weight / 3), Map.of(Signal.PHRASE, -weight)),
                new ConfidenceModel(-weight, Map.of(Cue.MASS, weight / 7)),
                new Thresholds(0.9, 0.2, 0.3, 0.6));
    }

    /** Models without a database; the last one put is in force. */
    private static final class KeptModels implements Models {
        private final Map<Long, StoredModel> models = new HashMap<>();
        private long inForce;

        void put(long version, String content) {
            models.put(version, new StoredModel(version, "f", content, true, "{}", Actor.SYSTEM, Instant.EPOCH));
            inForce = version;
        }

        @Override
        public long keep(FittedModel model, boolean certified, String figures, Actor by, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<StoredModel> find(long version) {
            return Optional.ofNullable(models.get(version));
        }

        @Override
        public Optional<StoredModel> withFingerprint(String fingerprint) {
            return Optional.empty();
        }

        @Override
        public List<StoredModel> latest(int count) {
            return List.copyOf(models.values());
        }

        @Override
        public long inForce() {
            return inForce;
        }

        @Override
        public boolean wasInForce(long version) {
            return version == inForce;
        }

        @Override
        public void activate(long version, Actor by, Instant at) {
            inForce = version;
        }
    }
}
