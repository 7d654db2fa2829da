package cn.yiqilai.studio;

import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.RankingModel;
import cn.yiqilai.retrieval.RankingTrainer;
import cn.yiqilai.retrieval.RankingTrainer.Candidate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What can be learned from: rankings of which is known what in them is right.
 *
 * @param labelled from the fit part of question sets
 * @param own from the knowledge itself, each question asked while its target does not have it
 */
record Lessons(List<Lesson> labelled, List<Lesson> own) {
    /**
     * One ranking.
     *
     * @param weight how much it counts for the ranking
     * @param fold the part of the cross-validation it belongs to, -1: none
     * @param counts whether the confidence is told by it
     */
    record Lesson(Ranking ranking, Predicate<Hit> right, double weight, int fold, boolean counts, boolean inScope) {
        Lesson with(Ranking another) {
            return new Lesson(another, right, weight, fold, counts, inScope);
        }

        Lesson under(RankingModel model) {
            return with(ranking.under(model));
        }

        RankingTrainer.Example forRanking() {
            var hits = Stream.concat(ranking.entries().stream(), ranking.intents().stream())
                    .toList();
            var rights = new boolean[hits.size()];
            for (var i = 0; i < rights.length; i++) {
                rights[i] = right.test(hits.get(i));
            }
            return new RankingTrainer.Example(
                    hits.stream()
                            .map(hit -> new Candidate(hit.target(), hit.evidence()))
                            .toList(),
                    rights,
                    weight);
        }

        boolean firstIsRight() {
            return right.test(ranking.entries().getFirst());
        }
    }

    /** The same with every ranking changed. */
    Lessons map(UnaryOperator<Ranking> change) {
        return new Lessons(map(labelled, change), map(own, change));
    }

    Lessons withoutOwn() {
        return new Lessons(labelled, List.of());
    }

    private static List<Lesson> map(List<Lesson> lessons, UnaryOperator<Ranking> change) {
        return lessons.stream()
                .map(lesson -> lesson.with(change.apply(lesson.ranking())))
                .toList();
    }
}
