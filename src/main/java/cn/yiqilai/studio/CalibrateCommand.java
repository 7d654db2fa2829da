package cn.yiqilai.studio;

import cn.yiqilai.decision.ConfidenceFile;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.platform.Command;
import cn.yiqilai.platform.Settings;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.retrieval.ModelFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ./run calibrate [FILE…]}: fits ranking and confidence and writes them to {@code kb-seed/model/}. {@code --public=0.98}
 * and {@code --agent=0.85} set the precision that is wanted at an operating point.
 */
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
        var result = calibration.run(QuestionSet.read(Sets.files(arguments)), Sets.DAY, precisions(arguments));
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
        Operating.certificates(result.confidence().thresholds()).forEach(System.out::println);
        System.out.println(line(result.recognising()));
        System.out.println(result.asking()
                .map(CalibrateCommand::line)
                .orElse("asks back as chosen by hand: the sample does not tell"));
        System.out.printf(
                Locale.ROOT,
                "cross-validated calibration error %.3f; written to %s%n",
                Operating.calibrationError(result.judged()),
                folder);
        return 0;
    }

    private static String line(Recognising.Outcome wishes) {
        return String.format(
                Locale.ROOT,
                "assumes danger from %.2f, acts upon other wishes from %.2f: %d recognised, %d missed, %d mistaken, %d in scope turned away",
                wishes.emergency(),
                wishes.intent(),
                wishes.recognised(),
                wishes.missed(),
                wishes.mistaken(),
                wishes.turnedAway());
    }

    private static String line(Asking.Outcome asking) {
        return String.format(
                Locale.ROOT,
                "asks back when options of at least %.2f hold %.2f together: %d of %d in scope, right entry among the options %d; %d without an answer",
                asking.option(),
                asking.clarify(),
                asking.inScope(),
                asking.askable(),
                asking.found(),
                asking.inVain());
    }

    static Map<OperatingPoint, Double> precisions(List<String> arguments) {
        var precisions = new EnumMap<OperatingPoint, Double>(OperatingPoint.class);
        for (var point : OperatingPoint.values()) {
            var option = "--" + point.name().toLowerCase(Locale.ROOT) + "=";
            var wanted = arguments.stream()
                    .filter(argument -> argument.startsWith(option))
                    .map(argument -> Double.valueOf(argument.substring(option.length())))
                    .reduce(point.usualPrecision(), (earlier, later) -> later);
            if (!(wanted > 0 && wanted < 1)) {
                throw new IllegalArgumentException(option + wanted + " is no precision between 0 and 1");
            }
            precisions.put(point, wanted);
        }
        return precisions;
    }
}
