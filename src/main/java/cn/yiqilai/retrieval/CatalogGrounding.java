package cn.yiqilai.retrieval;

import cn.yiqilai.retrieval.Catalog.Described;
import cn.yiqilai.retrieval.Catalog.Weights;
import cn.yiqilai.understanding.Aspect;
import cn.yiqilai.understanding.Form;
import java.util.Set;
import java.util.function.IntPredicate;

/** Reads the support from the forms that are held in memory. */
final class CatalogGrounding implements Grounding {
    private final Catalog catalog;

    CatalogGrounding(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Support of(Form said, Target entry) {
        var described = catalog.find(entry.key());
        if (described == null) {
            return Support.NONE;
        }
        var grams = catalog.gramWeights(said.grams());
        return new Support(
                missing(said, described),
                share(grams, gram -> Catalog.contains(described.grams(), gram)),
                share(grams, gram -> described.questions().stream()
                        .anyMatch(question -> question.isQuestion() && Catalog.contains(question.grams(), gram))),
                aspect(said, described));
    }

    private double missing(Form said, Described described) {
        var words = catalog.wordWeights(said.words());
        var most = 0.0;
        for (var i = 0; i < words.terms().length; i++) {
            if (!Catalog.contains(described.words(), words.terms()[i])) {
                most = Math.max(most, words.weights()[i]);
            }
        }
        return most;
    }

    private static double share(Weights grams, IntPredicate known) {
        var shared = 0.0;
        for (var i = 0; i < grams.terms().length; i++) {
            if (known.test(grams.terms()[i])) {
                shared += grams.weights()[i];
            }
        }
        return grams.total() == 0 ? 0 : shared / grams.total();
    }

    private static double aspect(Form said, Described described) {
        var asked = said.entities().aspects();
        return asked.isEmpty()
                ? 1
                : asked.stream()
                        .mapToDouble(aspect -> share(aspect, described))
                        .max()
                        .orElse(1);
    }

    private static double share(Aspect aspect, Described described) {
        var questions = described.questions().stream()
                .filter(Catalog.Question::isQuestion)
                .map(Catalog.Question::aspects)
                .toList();
        return (double) questions.stream()
                        .filter((Set<Aspect> asked) -> asked.contains(aspect))
                        .count()
                / Math.max(1, questions.size());
    }
}
