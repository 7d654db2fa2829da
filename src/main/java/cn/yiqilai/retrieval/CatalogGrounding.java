package cn.yiqilai.retrieval;

import cn.yiqilai.retrieval.Catalog.Described;
import cn.yiqilai.understanding.Aspect;
import cn.yiqilai.understanding.Form;

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
                described.words().with(catalog.wordWeights(said.words())).missing(),
                described.grams().with(grams).covered(),
                described.grams().askedFor(grams),
                aspect(said, described));
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
                .toList();
        var asking = questions.stream()
                .filter(question -> question.aspects().contains(aspect))
                .count();
        return (double) asking / Math.max(1, questions.size());
    }
}
