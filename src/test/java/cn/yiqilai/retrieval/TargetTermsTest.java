package cn.yiqilai.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Beside the plain way: each question's terms gone through one by one. */
class TargetTermsTest {
    @RepeatedTest(20)
    void says_the_same_as_the_plain_way(RepetitionInfo lot) {
        var random = new Random(lot.getCurrentRepetition());
        var questions = Stream.generate(() -> terms(random, random.nextInt(30)))
                .limit(random.nextInt(1, 40))
                .toList();
        var all = IntStream.concat(questions.stream().flatMapToInt(Arrays::stream), Arrays.stream(terms(random, 50)))
                .sorted()
                .distinct()
                .toArray();
        var asked = weights(terms(random, random.nextInt(60)));

        var overlap =
                TargetTerms.of(all, questions).weighed(TargetTermsTest::weight).with(asked);

        assertThat(overlap.dice())
                .isEqualTo(questions.stream()
                        .mapToDouble(one -> plainDice(asked, one))
                        .max()
                        .orElseThrow());
        assertThat(overlap.covered()).isEqualTo(plainShare(asked, all));
        assertThat(overlap.missing()).isEqualTo(plainMissing(asked, all));
    }

    @Test
    void nothing_asked_and_nothing_known_share_nothing() {
        var nothing = TargetTerms.of(new int[0], List.of(new int[0])).with(weights(new int[0]));

        assertThat(nothing).isEqualTo(new TargetTerms.Overlap(0, 0, 0));
    }

    @Test
    void a_question_cannot_have_what_its_target_lacks() {
        assertThatThrownBy(() -> TargetTerms.of(new int[] {1, 3}, List.of(new int[] {2})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int[] terms(Random random, int most) {
        return IntStream.generate(() -> random.nextInt(80) * 31 * (random.nextBoolean() ? 1 : -7))
                .limit(most)
                .sorted()
                .distinct()
                .toArray();
    }

    private static double weight(int term) {
        return 1 + Math.floorMod(term, 17) / 3.0;
    }

    private static TermWeights weights(int[] terms) {
        return TermWeights.of(
                terms, Arrays.stream(terms).mapToDouble(TargetTermsTest::weight).toArray());
    }

    private static double plainDice(TermWeights asked, int[] question) {
        var total = 0.0;
        var shared = 0.0;
        for (var term : question) {
            total += weight(term);
            shared += Arrays.binarySearch(asked.terms(), term) >= 0 ? weight(term) : 0;
        }
        return asked.total() + total == 0 ? 0 : 2 * shared / (asked.total() + total);
    }

    private static double plainShare(TermWeights asked, int[] all) {
        var shared = 0.0;
        for (var term : asked.terms()) {
            shared += Arrays.binarySearch(all, term) >= 0 ? weight(term) : 0;
        }
        return asked.total() == 0 ? 0 : shared / asked.total();
    }

    private static double plainMissing(TermWeights asked, int[] all) {
        return Arrays.stream(asked.terms())
                .filter(term -> Arrays.binarySearch(all, term) < 0)
                .mapToDouble(TargetTermsTest::weight)
                .max()
                .orElse(0);
    }
}
