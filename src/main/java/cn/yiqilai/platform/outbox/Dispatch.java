package cn.yiqilai.platform.outbox;

import cn.yiqilai.platform.StorableText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to leave the house.
 *
 * @param kind which {@link Sender} sends it: {@code SMS}, {@code WEBHOOK}
 * @param destination where it goes; what fails there holds up nothing elsewhere. 1..100 visible ASCII characters
 * @param subject what it is about, such as the number of an order: messages of one destination and subject keep their
 *     order. Null: in no order. 1..100 visible ASCII characters, never somebody's name or number
 * @param key the second of the same key is dropped, whatever it says: {@code work-order/42/replied}. 1..200 visible ASCII
 *     characters
 * @param payload JSON, for the sender alone; 1..20,000 characters
 * @throws IllegalArgumentException when it keeps not to these bounds: a mistake in the program
 */
public record Dispatch(
        String kind, String destination, @Nullable String subject, String key, String payload) {
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7E]{1,100}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final int LONGEST_PAYLOAD = 20_000;

    public Dispatch {
        require(KIND, "kind", kind);
        require(NAME, "destination", destination);
        require(KEY, "key", key);
        if (subject != null) {
            require(NAME, "subject", subject);
        }
        if (payload.isEmpty() || !StorableText.isStorable(payload, LONGEST_PAYLOAD)) {
            throw new IllegalArgumentException(
                    "the payload of dispatch " + key + " is empty, too long or not storable");
        }
    }

    private static void require(Pattern pattern, String what, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("not a " + what + " of a dispatch: " + value);
        }
    }

    /** Says nothing of anybody, because logs are read by many. */
    @Override
    public String toString() {
        return "Dispatch[" + kind + " " + key + "]";
    }
}
