package cn.yiqilai.decision;

import cn.yiqilai.retrieval.RankingModel;
import cn.yiqilai.retrieval.Signal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** A fitted model as one JSON object, exact to the last digit: what the two files of the seed hold, side by side. */
public final class ModelText {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    private record Content(Ranking ranking, ConfidenceFile.Fitted confidence) {}

    private record Ranking(Map<Signal, Double> entries, Map<Signal, Double> intents) {}

    private ModelText() {}

    public static String write(FittedModel model) {
        var ranking = new Ranking(model.ranking().entries(), model.ranking().intents());
        try {
            return JSON.writeValueAsString(
                    new Content(ranking, new ConfidenceFile.Fitted(model.confidence(), model.thresholds())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("model " + model.fingerprint() + " cannot be written as JSON", e);
        }
    }

    /** @throws IllegalArgumentException when it names a signal or a cue that is not known */
    public static FittedModel read(String text) {
        try {
            var content = JSON.readValue(text, Content.class);
            var ranking = new RankingModel(
                    content.ranking().entries(), content.ranking().intents());
            return new FittedModel(
                    ranking, content.confidence().model(), content.confidence().thresholds());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the model was fitted for another state of the code", e);
        }
    }
}
