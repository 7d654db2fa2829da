package cn.yiqilai.studio;

import cn.yiqilai.decision.ConfidenceFile;
import cn.yiqilai.platform.Command;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.retrieval.ModelFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** {@code ./run calibrate [FILE…]}: fits ranking and confidence and writes them to {@code kb-seed/model/}. */
@ApplicationScoped
class CalibrateCommand implements Command {
    private final Calibration calibration;
    private final KnowledgeMirror knowledge;
    private final Settings settings;

    CalibrateCommand(Calibration calibration, KnowledgeMirror knowledge, Settings settings) {
        this.calibration = calibration;
        this.knowledge = knowledge;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "calibrate";
    }

    @Override
    public int run(List<String> arguments) {
        Sets.awaitFilled(knowledge);
        var result = calibration.run(QuestionSet.read(Sets.files(arguments)), Sets.DAY, Standard.PRECISION.floor());
        var folder = settings.seed().resolve("model");
        ModelFile.write(folder.resolve("ranking.json"), result.ranking());
        ConfidenceFile.write(folder.resolve("confidence.json"), result.confidence());
        for (var step : Operating.curve(result.judged())) {
            System.out.printf(
                    Locale.ROOT,
                    "from %.3f: precision %.3f, coverage %.3f, %d answers%n",
                    step.threshold(),
                    step.precision(),
                    step.coverage(),
                    step.answered());
        }
        System.out.printf(
                Locale.ROOT,
                "cross-validated calibration error %.3f; answers from %.4f; written to %s%n",
                Operating.calibrationError(result.judged()),
                result.confidence().thresholds().answer(),
                folder);
        return 0;
    }
}
