package cn.yiqilai.studio;

import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.platform.Command;
import cn.yiqilai.retrieval.KnowledgeMirror;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./run eval [FILE…]}: prints every figure that the answers are held to, beside what it must reach, then those that are
 * only told, all on the check part, and writes {@code target/eval.json}. Ends with 1 when one is not met. With {@code --misses}
 * it also prints what went wrong on the fit part.
 */
@ApplicationScoped
class EvaluateCommand implements Command {
    private static final Path RESULT = Path.of("target/eval.json");

    private final Evaluation evaluation;
    private final DialogueEvaluation dialogues;
    private final Baselines baselines;
    private final KnowledgeMirror knowledge;
    private final ObjectMapper json;

    EvaluateCommand(
            Evaluation evaluation,
            DialogueEvaluation dialogues,
            Baselines baselines,
            KnowledgeMirror knowledge,
            ObjectMapper json) {
        this.evaluation = evaluation;
        this.dialogues = dialogues;
        this.baselines = baselines;
        this.knowledge = knowledge;
        this.json = json;
    }

    @Override
    public String name() {
        return "eval";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Sets.awaitFilled(knowledge);
        var set = QuestionSet.read(Sets.files(arguments));
        var report = evaluation.run(set, Sets.DAY, row -> !row.fit());
        var simpler = baselines.run(set, Sets.DAY);
        var figures = new ArrayList<>(report.figures());
        figures.add(Baselines.errors(report.verdicts(), simpler));
        var breakdowns = new ArrayList<>(report.breakdowns());
        breakdowns.add(Baselines.breakdown(simpler));
        print(figures, breakdowns, report.points());
        if (arguments.contains("--misses")) {
            evaluation.run(set, Sets.DAY, QuestionSet.Labelled::fit).misses().forEach(System.out::println);
            dialogues.misses(set.dialogues(), Sets.DAY).forEach(System.out::println);
        }
        write(figures, breakdowns, report);
        return figures.stream().allMatch(Figure::met) ? 0 : 1;
    }

    private static void print(
            List<Figure> figures, List<Breakdown> breakdowns, Map<OperatingPoint, Evaluation.Reached> points) {
        Printout.standards(figures).forEach(System.out::println);
        Printout.told(figures).forEach(System.out::println);
        for (var breakdown : breakdowns) {
            Printout.table(breakdown).forEach(System.out::println);
        }
        points.forEach((point, reached) -> System.out.println(Operating.line(point, reached.threshold())));
    }

    private void write(List<Figure> figures, List<Breakdown> breakdowns, Evaluation.Report report) throws IOException {
        var content = new LinkedHashMap<String, Object>();
        content.put("figures", figures);
        content.put("breakdowns", breakdowns);
        content.put("operatingPoints", report.points());
        content.put("riskCoverage", report.curve());
        Files.createDirectories(RESULT.toAbsolutePath().getParent());
        json.writer(SerializationFeature.INDENT_OUTPUT).writeValue(RESULT.toFile(), content);
        System.out.println("written: " + RESULT);
    }
}
