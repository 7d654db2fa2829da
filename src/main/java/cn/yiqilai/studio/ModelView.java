package cn.yiqilai.studio;

import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.decision.Models;
import cn.yiqilai.decision.StoredModel;
import cn.yiqilai.platform.Shanghai;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A fitted model, as it is shown.
 *
 * @param version 0 = the seed's
 * @param certified whether the wanted precision is proved; null for the seed's
 * @param madeBy who had it fitted; null for the seed's
 * @param madeAt ISO-8601 with offset; null for the seed's
 * @param report of the calibration it came of; null for the seed's
 */
@Schema(name = "Model")
public record ModelView(
        long version,
        String fingerprint,
        boolean inForce,
        @Nullable Boolean certified,
        @Nullable String madeBy,
        @Schema(format = "date-time") @Nullable String madeAt,
        @Nullable CalibrationReport report) {

    static ModelView seed(ModelInForce models) {
        return new ModelView(
                Models.SEED, models.seed().fingerprint(), models.version() == Models.SEED, null, null, null, null);
    }

    static ModelView of(StoredModel model, ModelInForce models, ObjectMapper json) {
        return new ModelView(
                model.version(),
                model.fingerprint(),
                models.version() == model.version(),
                model.certified(),
                model.madeBy().id(),
                Shanghai.format(model.madeAt()),
                report(model, json));
    }

    private static CalibrationReport report(StoredModel model, ObjectMapper json) {
        try {
            return json.readValue(model.figures(), CalibrationReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the figures of model " + model.version() + " cannot be read", e);
        }
    }
}
