package cn.yiqilai.platform;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The headers of everything that we send to another system: what it is, by which id, when, and that it is ours. */
public final class SignedHeaders {
    /** The same at every attempt: by it the receiver tells a repetition. */
    public static final String ID = "X-Yiqilai-Id";

    private SignedHeaders() {}

    /** @param secrets the one in force first */
    public static Map<String, String> of(UUID id, List<String> secrets, Instant now, byte[] body) {
        var nonce = UUID.randomUUID().toString();
        return Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "yiqilai",
                ID,
                id.toString(),
                MessageSignature.TIMESTAMP,
                Long.toString(now.getEpochSecond()),
                MessageSignature.NONCE,
                nonce,
                MessageSignature.SIGNATURE,
                MessageSignature.sign(secrets, now, nonce, body));
    }
}
