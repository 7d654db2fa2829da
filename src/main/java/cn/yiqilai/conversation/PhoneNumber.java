package cn.yiqilai.conversation;

import java.util.regex.Pattern;

/** A telephone number as people write it: 5..20 digits, a plus in front and single hyphens between allowed. */
public final class PhoneNumber {
    private static final Pattern FORM = Pattern.compile("\\+?[0-9]+(-[0-9]+)*");
    private static final int FEWEST_DIGITS = 5;
    private static final int MOST_DIGITS = 20;

    private PhoneNumber() {}

    public static boolean isWellFormed(String number) {
        var digits =
                number.chars().filter(letter -> letter >= '0' && letter <= '9').count();
        return digits >= FEWEST_DIGITS
                && digits <= MOST_DIGITS
                && FORM.matcher(number).matches();
    }
}
