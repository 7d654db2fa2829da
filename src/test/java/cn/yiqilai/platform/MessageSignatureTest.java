package cn.yiqilai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSignatureTest {
    private static final String SECRET = "a-secret-of-this-test";
    private static final String NONCE = "f3a1c9d27b64";
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final String SECONDS = Long.toString(NOW.getEpochSecond());
    private static final byte[] BODY = "{\"kind\":\"投诉\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void the_independent_verifier_computes_as_rfc_4231_says() {
        var second = IndependentSignature.hmac(
                "Jefe".getBytes(StandardCharsets.US_ASCII),
                "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII));
        assertThat(IndependentSignature.hexadecimal(second))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void an_independent_verifier_accepts_what_we_sign_and_nothing_else() {
        var signature = MessageSignature.sign(List.of(SECRET), NOW, NONCE, BODY);

        assertThat(IndependentSignature.accepts(SECRET, SECONDS, NONCE, signature, BODY))
                .isTrue();
        assertThat(IndependentSignature.accepts("another-secret-here", SECONDS, NONCE, signature, BODY))
                .isFalse();
        assertThat(IndependentSignature.accepts(SECRET, SECONDS, "another", signature, BODY))
                .isFalse();
        assertThat(IndependentSignature.accepts(SECRET, "1773108001", NONCE, signature, BODY))
                .isFalse();
        assertThat(IndependentSignature.accepts(
                        SECRET, SECONDS, NONCE, signature, "{}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void while_a_secret_is_replaced_either_is_enough() {
        var signature = MessageSignature.sign(List.of("the-new-secret-1234", SECRET), NOW, NONCE, BODY);

        assertThat(IndependentSignature.accepts(SECRET, SECONDS, NONCE, signature, BODY))
                .isTrue();
        assertThat(IndependentSignature.accepts("the-new-secret-1234", SECONDS, NONCE, signature, BODY))
                .isTrue();
        assertThat(isGenuine(SECONDS, NONCE, signature, NOW)).isTrue();
    }

    @Test
    void what_an_independent_signer_signs_is_genuine() {
        var signature = IndependentSignature.sign(SECRET, SECONDS, NONCE, new String(BODY, StandardCharsets.UTF_8));
        assertThat(isGenuine(SECONDS, NONCE, signature, NOW)).isTrue();
        assertThat(isGenuine(SECONDS, NONCE, signature.toUpperCase(Locale.ROOT).replace("V1", "v1"), NOW))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "0, true", "300, true", "301, false", "86400, false"})
    void it_is_believed_for_five_minutes(long later, boolean believed) {
        var signature = MessageSignature.sign(List.of(SECRET), NOW, NONCE, BODY);
        assertThat(isGenuine(SECONDS, NONCE, signature, NOW.plus(Duration.ofSeconds(later))))
                .isEqualTo(believed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1=", "v1=zz", "v1=00", "v2=00", ",,,,", "Bearer x"})
    void nonsense_is_not_genuine(String signature) {
        assertThat(isGenuine(SECONDS, NONCE, signature, NOW)).isFalse();
    }

    @Test
    void what_is_missing_or_out_of_bounds_is_not_genuine() {
        var signature = MessageSignature.sign(List.of(SECRET), NOW, NONCE, BODY);
        assertThat(isGenuine(null, NONCE, signature, NOW)).isFalse();
        assertThat(isGenuine(SECONDS, null, signature, NOW)).isFalse();
        assertThat(isGenuine(SECONDS, NONCE, null, NOW)).isFalse();
        assertThat(isGenuine("999999999999", NONCE, signature, NOW)).isFalse();
        assertThat(isGenuine("-1", NONCE, signature, NOW)).isFalse();
        assertThat(isGenuine("now", NONCE, signature, NOW)).isFalse();
        assertThat(isGenuine(SECONDS, "short", MessageSignature.sign(List.of(SECRET), NOW, "short", BODY), NOW))
                .isFalse();
        var many = IntStream.range(0, 4).mapToObj(i -> "v1=00").collect(Collectors.joining(","));
        assertThat(isGenuine(SECONDS, NONCE, many + "," + signature, NOW)).isFalse();
        assertThat(isGenuine(SECONDS, NONCE, signature + ",".repeat(500), NOW)).isFalse();
    }

    private static boolean isGenuine(
            @Nullable String seconds, @Nullable String nonce, @Nullable String signature, Instant now) {
        return MessageSignature.isGenuine(SECRET, seconds, nonce, signature, BODY, now);
    }
}
