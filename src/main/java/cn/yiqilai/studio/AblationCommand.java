package cn.yiqilai.studio;

import cn.yiqilai.platform.Command;
import cn.yiqilai.retrieval.KnowledgeMirror;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./run ablation [FILE…]}: takes each ingredient away in turn, prints what is lost and writes it into {@code
 * docs/quality.md}.
 */
@ApplicationScoped
class AblationCommand implements Command {
    private static final MarkedSection SECTION = new MarkedSection(Path.of("docs/quality.md"), "ablation");

    private final Ablation ablation;
    private final KnowledgeMirror knowledge;

    AblationCommand(Ablation ablation, KnowledgeMirror knowledge) {
        this.ablation = ablation;
        this.knowledge = knowledge;
    }

    @Override
    public String name() {
        return "ablation";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Sets.awaitFilled(knowledge);
        var set = QuestionSet.read(Sets.files(arguments));
        var table = AblationTable.of(ablation.run(set, Sets.DAY, CalibrateCommand.precisions(arguments)));
        System.out.println(table);
        SECTION.write(table);
        System.out.println("written: " + SECTION.document());
        return 0;
    }
}
