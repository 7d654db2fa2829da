package cn.yiqilai.platform;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What a department's developer would write after reading docs/operations.md, from RFC 2104 and nothing of ours: HMAC is
 * {@code H(K xor opad, H(K xor ipad, text))} with blocks of 64 bytes.
 */
public final class IndependentSignature {
    private static final int BLOCK = 64;

    private IndependentSignature() {}

    /** Whether one of the signatures in the header, separated by commas, was made with the secret. */
    public static boolean accepts(String secret, String timestamp, String nonce, String header, byte[] body) {
        var text = new ByteArrayOutputStream();
        text.writeBytes((timestamp + "." + nonce + ".").getBytes(StandardCharsets.UTF_8));
        text.writeBytes(body);
        var expected = "v1=" + hexadecimal(hmac(secret.getBytes(StandardCharsets.UTF_8), text.toByteArray()));
        return Arrays.stream(header.split(",")).map(String::trim).anyMatch(expected::equals);
    }

    public static String sign(String secret, String timestamp, String nonce, String body) {
        var text = (timestamp + "." + nonce + "." + body).getBytes(StandardCharsets.UTF_8);
        return "v1=" + hexadecimal(hmac(secret.getBytes(StandardCharsets.UTF_8), text));
    }

    static byte[] hmac(byte[] secret, byte[] text) {
        var key = Arrays.copyOf(secret.length > BLOCK ? sha256(secret) : secret, BLOCK);
        var inner = new byte[BLOCK];
        var outer = new byte[BLOCK];
        for (var i = 0; i < BLOCK; i++) {
            inner[i] = (byte) (key[i] ^ 0x36);
            outer[i] = (byte) (key[i] ^ 0x5c);
        }
        return sha256(outer, sha256(inner, text));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hexadecimal(byte[] bytes) {
        var text = new StringBuilder();
        for (var one : bytes) {
            text.append(Character.forDigit(one >> 4 & 15, 16)).append(Character.forDigit(one & 15, 16));
        }
        return text.toString();
    }
}
