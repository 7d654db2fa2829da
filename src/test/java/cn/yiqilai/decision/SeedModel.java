package cn.yiqilai.decision;

import cn.yiqilai.retrieval.RankingInForce;
import cn.yiqilai.retrieval.RankingModel;
import java.nio.file.Path;

/** The confidence the service begins with, in force for tests of later rooms. */
public final class SeedModel {
    private SeedModel() {}

    public static ModelInForce inForce() {
        var fitted = ConfidenceFile.read(Path.of("kb-seed/model/confidence.json"));
        var ranking = RankingModel.UNFITTED;
        return new ModelInForce(
                new RankingInForce(ranking), FittedModel.of(ranking, fitted.model(), fitted.thresholds()));
    }
}
