package cn.yiqilai.decision;

import cn.yiqilai.retrieval.RankingModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** All that is fitted, as one: the confidence holds only for scores of the ranking it was fitted with. */
public record FittedModel(RankingModel ranking, ConfidenceModel confidence, Thresholds thresholds) {
    private static final int FINGERPRINT_BYTES = 6;

    /**
     * 12 hexadecimal digits that name exactly these weights and thresholds. All maps are complete and in the order of their keys,
     * so the same model is always the same text.
     */
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
