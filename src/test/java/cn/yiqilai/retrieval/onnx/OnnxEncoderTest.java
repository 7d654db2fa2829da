package cn.yiqilai.retrieval.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OnnxEncoderTest {
    private static final OnnxEncoder ENCODER = new OnnxEncoder();

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    @Test
    void a_sentence_becomes_a_direction() {
        for (var text : List.of("试用期最长多久", "a", "", "😀", "税".repeat(2000))) {
            var vector = ENCODER.encode(text);
            assertThat(vector).hasSize(OnnxEncoder.DIMENSION);
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void what_means_the_same_is_nearer_than_what_does_not() {
        var asked = ENCODER.encode("试用期最长可以约定多久");

        assertThat(cosine(asked, ENCODER.encode("新员工先试几个月合法")))
                .isGreaterThan(cosine(asked, ENCODER.encode("增值税专用发票怎么开")) + 0.1);
    }

    @Test
    void what_stands_behind_the_limit_is_not_read() {
        var beginning = "增值税小规模纳税人".repeat(20);

        assertThat(ENCODER.encode(beginning + "试用期")).isEqualTo(ENCODER.encode(beginning));
    }

    @Test
    void many_at_once_get_the_same_as_one_alone() {
        var alone = ENCODER.encode("试用期最长多久");
        var running = new ArrayList<Future<float[]>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var i = 0; i < 40; i++) {
                running.add(threads.submit(() -> ENCODER.encode("试用期最长多久")));
            }
        }
        assertThat(running)
                .allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ZERO).isEqualTo(alone));
        assertThat(ENCODER.waiting()).isZero();
    }

    @Test
    void the_service_and_its_library_read_alike() {
        assertThat(ENCODER.embed("试用期最长多久").content().vector()).isEqualTo(ENCODER.encode("试用期最长多久"));
        assertThat(ENCODER.dimension()).isEqualTo(512);
        assertThat(ENCODER.modelName()).isEqualTo(OnnxEncoder.MODEL);
    }

    private static double cosine(float[] a, float[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
