package cn.yiqilai.decision;

import cn.yiqilai.retrieval.RankingModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * All that is fitted, as one: the confidence holds only for scores of the ranking it was fitted with.
 *
 * @param fingerprint 12 hexadecimal digits that name exactly these weights and thresholds
 */
public record FittedModel(RankingModel ranking, ConfidenceModel confidence, Thresholds thresholds, String fingerprint) {
    private static final int FINGERPRINT_BYTES = 6;

    public static FittedModel of(RankingModel ranking, ConfidenceModel confidence, Thresholds thresholds) {
        return new FittedModel(ranking, confidence, thresholds, fingerprint(ranking, confidence, thresholds));
    }

    /** The maps of both models are complete and in the order of their keys, so the same weights are always the same text. */
    private static String fingerprint(RankingModel ranking, ConfidenceModel confidence, Thresholds thresholds) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((ranking + "\n" + confidence + "\n" + thresholds).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
