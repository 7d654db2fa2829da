package cn.yiqilai.directory;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Telephone numbers of units and people. */
public final class Telephone {
    /** Digits, with a plus in front and hyphens between. */
    private static final Pattern FORM = Pattern.compile("\\+?[0-9][0-9-]{2,24}");

    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 20;
    private static final int SHOWN_IN_FRONT = 3;
    private static final int SHOWN_AT_END = 2;

    private Telephone() {}

    /** 3..20 digits, {@code +} in front and {@code -} between allowed. Short numbers are those inside a house. */
    public static boolean isWellFormed(String text) {
        var digits = text.chars().filter(Character::isDigit).count();
        return FORM.matcher(text).matches() && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
    }

    /** {@code 138****78}: enough to tell two apart, too little to call. A short one shows nothing. */
    public static @Nullable String masked(@Nullable String number) {
        if (number == null) {
            return null;
        }
        return number.length() <= SHOWN_IN_FRONT + SHOWN_AT_END + 1
                ? "****"
                : number.substring(0, SHOWN_IN_FRONT) + "****" + number.substring(number.length() - SHOWN_AT_END);
    }
}
