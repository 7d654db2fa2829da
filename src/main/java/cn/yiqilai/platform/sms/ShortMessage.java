package cn.yiqilai.platform.sms;

import cn.yiqilai.platform.StorableText;
import java.util.regex.Pattern;

/**
 * A short message to one number.
 *
 * @param key the second of the same key is dropped: {@code work-order/42/call-back}; 1..190 visible ASCII characters
 * @param to digits, at most 20, spaces and hyphens in between and a leading + are dropped
 * @param text 1..500 code points, already in the words the enterprise reads
 * @param subject what it is about, such as the number of a work order: messages of one subject keep their order, and a
 *     reply from that number is told to be about it. 1..90 visible ASCII characters
 * @throws IllegalArgumentException when it keeps not to these bounds: whoever calls has checked the number already
 */
public record ShortMessage(String key, String to, String text, String subject) {
    private static final Pattern NUMBER = Pattern.compile("\\d{5,20}");
    private static final int LONGEST_TEXT = 500;

    public ShortMessage {
        to = plainNumber(to);
        if (!NUMBER.matcher(to).matches()) {
            throw new IllegalArgumentException("short message " + key + " goes to no telephone number");
        }
        if (text.isBlank() || !StorableText.isStorable(text, LONGEST_TEXT)) {
            throw new IllegalArgumentException("short message " + key + " has no text, or one that is too long");
        }
    }

    /** The digits of a number, as numbers are compared. */
    static String plainNumber(String number) {
        return number.replaceAll("[\\s-]", "").replaceFirst("^\\+", "");
    }

    /** Says nothing of anybody, because logs are read by many. */
    @Override
    public String toString() {
        return "ShortMessage[" + key + "]";
    }
}
