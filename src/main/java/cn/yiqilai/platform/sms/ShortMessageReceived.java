package cn.yiqilai.platform.sms;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Somebody answered. Fired synchronously in the transaction that writes the reply down, once a reply however often the
 * gateway sends it; an observer that throws lets the gateway send it again.
 *
 * @param id the gateway's
 * @param from digits alone
 * @param text 1..500 code points, as sent
 * @param subject what the latest message to that number was about, if there was one in the last thirty days
 * @param at when it arrived here
 */
public record ShortMessageReceived(String id, String from, String text, Optional<String> subject, Instant at) {
    private static final Pattern GRADE = Pattern.compile("\\s*([1-5])\\s*分?[\\s。.,，!！]*");

    /** The grade of a call-back, 1..5, when the text is nothing but one: {@code 5}, {@code ５}, {@code 4分。} */
    public OptionalInt grade() {
        var matcher = GRADE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** Says nothing of anybody, because logs are read by many. */
    @Override
    public String toString() {
        return "ShortMessageReceived[" + id + "]";
    }
}
