package cn.yiqilai.studio;

import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.studio.QuestionSet.Labelled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;

/**
 * Measures the answers on question sets that editors send. One at a time: it takes one core, forty seconds for the largest set,
 * and enterprises want the other. Nothing is recorded.
 */
@ApplicationScoped
public class Evaluations {
    private final Evaluation evaluation;
    private final ModelInForce models;
    private final KnowledgeMirror knowledge;
    private final Semaphore place = new Semaphore(1);

    Evaluations(Evaluation evaluation, ModelInForce models, KnowledgeMirror knowledge) {
        this.evaluation = evaluation;
        this.models = models;
        this.knowledge = knowledge;
    }

    /**
     * @param text one {@code {"q","gold"}} a line
     * @param precision that is wanted, 0..1
     * @throws cn.yiqilai.platform.ProblemException 400 with a row for each line that is wrong, 429 while another one runs
     */
    public EvaluationResult run(String text, LocalDate asOf, double precision) {
        var rows = QuestionLines.read(text).require();
        if (!place.tryAcquire()) {
            throw Problem.of(429, "studio.evaluation.busy").asException();
        }
        try {
            return Aside.run("evaluation", () -> measure(rows, asOf, precision));
        } finally {
            place.release();
        }
    }

    private EvaluationResult measure(List<Labelled> rows, LocalDate asOf, double precision) {
        return new Scores(evaluation.ask(rows, asOf), knowledge::entry)
                .result(asOf, models.get(), precision, unknown(rows));
    }

    private List<String> unknown(List<Labelled> rows) {
        var known = new HashSet<String>();
        for (Entry entry : knowledge.entries()) {
            known.add(entry.id().value());
            known.addAll(entry.basis());
        }
        Set<String> unknown = new TreeSet<>();
        rows.forEach(row -> unknown.addAll(row.gold()));
        unknown.removeAll(known);
        return List.copyOf(unknown);
    }
}
