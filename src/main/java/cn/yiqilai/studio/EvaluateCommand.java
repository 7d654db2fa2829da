package cn.yiqilai.studio;

import cn.yiqilai.platform.Command;
import cn.yiqilai.retrieval.KnowledgeMirror;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code ./run eval [FILE…]}: prints one line a figure, on the check part, and writes {@code target/eval.json}. With {@code
 * --misses} it also prints what went wrong on the fit part.
 */
@ApplicationScoped
class EvaluateCommand implements Command {
    private static final Path RESULT = Path.of("target/eval.json");

    private final Evaluation evaluation;
    private final Baselines baselines;
    private final KnowledgeMirror knowledge;
    private final ObjectMapper json;

    EvaluateCommand(Evaluation evaluation, Baselines baselines, KnowledgeMirror knowledge, ObjectMapper json) {
        this.evaluation = evaluation;
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
        report.figures().forEach(figure -> System.out.println(figure.line()));
        report.operatingPoints().forEach(System.out::println);
        var simpler = baselines.run(set, Sets.DAY);
        simpler.forEach(figure -> System.out.println(figure.line()));
        if (arguments.contains("--misses")) {
            evaluation.run(set, Sets.DAY, QuestionSet.Labelled::fit).misses().forEach(System.out::println);
        }
        Files.createDirectories(RESULT.toAbsolutePath().getParent());
        json.writer(SerializationFeature.INDENT_OUTPUT)
                .writeValue(
                        RESULT.toFile(),
                        Map.of(
                                "figures",
                                report.figures(),
                                "baselines",
                                simpler,
                                "operatingPoints",
                                report.operatingPoints(),
                                "riskCoverage",
                                report.curve()));
        System.out.println("written: " + RESULT);
        return report.figures().stream().allMatch(Figure::met) ? 0 : 1;
    }
}
