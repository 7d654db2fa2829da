package cn.yiqilai.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Proves to whoever shares a secret that a body is ours, or theirs: HMAC-SHA256 (RFC 2104) over {@code
 * timestamp.nonce.body}, in hexadecimal behind {@code v1=}. While a secret is being replaced there are two signatures,
 * separated by a comma; either is enough.
 */
public final class MessageSignature {
    /** Seconds since 1970. */
    public static final String TIMESTAMP = "X-Yiqilai-Timestamp";
    /** 8..64 letters, digits, hyphens or underscores; another one each time. */
    public static final String NONCE = "X-Yiqilai-Nonce";

    public static final String SIGNATURE = "X-Yiqilai-Signature";
    /** Older and newer ones are not believed: somebody may have written them down. */
    public static final Duration BELIEVED = Duration.ofMinutes(5);

    private static final String VERSION = "v1=";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final Pattern NONCE_FORM = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final int MOST_SIGNATURES = 4;
    private static final int LONGEST = 400;

    private MessageSignature() {}

    /** @param secrets the one in force first */
    public static String sign(List<String> secrets, Instant at, String nonce, byte[] body) {
        var signed = signed(Long.toString(at.getEpochSecond()), nonce, body);
        return secrets.stream()
                .map(secret -> VERSION + HexFormat.of().formatHex(hmac(secret, signed)))
                .collect(Collectors.joining(", "));
    }

    /** Whether one of the signatures was made with the secret, not long ago. */
    public static boolean isGenuine(
            String secret,
            @Nullable String timestamp,
            @Nullable String nonce,
            @Nullable String signatures,
            byte[] body,
            Instant now) {
        if (timestamp == null || nonce == null || signatures == null || signatures.length() > LONGEST) {
            return false;
        }
        if (!NONCE_FORM.matcher(nonce).matches() || !isRecent(timestamp, now)) {
            return false;
        }
        var expected = hmac(secret, signed(timestamp, nonce, body));
        return Arrays.stream(signatures.split(",", MOST_SIGNATURES + 1))
                .limit(MOST_SIGNATURES)
                .map(String::strip)
                .filter(signature -> signature.startsWith(VERSION))
                .anyMatch(signature -> MessageDigest.isEqual(expected, bytes(signature.substring(VERSION.length()))));
    }

    private static boolean isRecent(String timestamp, Instant now) {
        if (!SECONDS.matcher(timestamp).matches()) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        return age.abs().compareTo(BELIEVED) <= 0;
    }

    private static byte[] signed(String timestamp, String nonce, byte[] body) {
        var head = (timestamp + "." + nonce + ".").getBytes(StandardCharsets.UTF_8);
        var signed = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, signed, head.length, body.length);
        return signed;
    }

    private static byte[] bytes(String hexadecimal) {
        try {
            return HexFormat.of().parseHex(hexadecimal);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] hmac(String secret, byte[] signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
