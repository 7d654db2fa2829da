package cn.yiqilai.directory;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Telephone numbers of units and people. */
public final class Telephone {
    /** Digits, with a plus in front and hyphens between. */
    private static final Pattern FORM = Pattern.compile("\\+?[0-9][0-9-]{2,24}");

    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 20;
    private static final int SHOWN_IN_FRONT = 3;
    private static final int SHOWN_AT_END = 2;
    private static final int SHOWN_AT_END_OF_MOBILE = 4;

    private Telephone() {}

    /** 3..20 digits, {@code +} in front and {@code -} between allowed. Short numbers are those inside a house. */
    public static boolean isWellFormed(String text) {
        var digits = text.chars().filter(Character::isDigit).count();
        return FORM.matcher(text).matches() && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
    }

    /** What is dialled, without the marks between: two that are dialled alike are one number. */
    static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }

    /**
     * {@code 138****1234} of a mobile number, {@code 051****78} of another: enough to tell two apart, too little to call. A short one
     * shows nothing.
     */
    public static @Nullable String masked(@Nullable String number) {
        if (number == null) {
            return null;
        }
        if (number.length() <= SHOWN_IN_FRONT + SHOWN_AT_END + 1) {
            return "****";
        }
        var atEnd = MOBILE.matcher(number).matches() ? SHOWN_AT_END_OF_MOBILE : SHOWN_AT_END;
        return number.substring(0, SHOWN_IN_FRONT) + "****" + number.substring(number.length() - atEnd);
    }
}
