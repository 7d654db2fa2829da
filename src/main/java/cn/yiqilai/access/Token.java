package cn.yiqilai.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that stands for whoever holds it.
 *
 * @param text what is handed out once: 256 random bits in base64url behind a letter for its kind
 */
public record Token(String text) {
    /** Of staff who logged in. */
    public static final String SESSION = "s_";
    /** Of one conversation. */
    public static final String CONVERSATION = "c_";

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Token random(String kind) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Token(kind + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is stored of it: SHA-256. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
