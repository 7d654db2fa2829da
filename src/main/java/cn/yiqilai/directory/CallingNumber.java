package cn.yiqilai.directory;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number in the one form by which a call is recognised, whoever wrote it down and however the network shows it:
 * {@code +86 138-0000-0000} and {@code 13800000000} are one, {@code 0515-12345678} and {@code +8651512345678} too.
 *
 * @param digits a mobile number of 11 digits, a fixed one with its area code from 0 on, or a foreign one from 00 on
 */
public record CallingNumber(String digits) {
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern FIXED = Pattern.compile("0[0-9]{9,11}");
    private static final Pattern FOREIGN = Pattern.compile("00[0-9]{6,15}");
    private static final Pattern HOME = Pattern.compile("(?:\\+86|0086|86(?=1[3-9]))0?([0-9]{9,12})");
    private static final Pattern BETWEEN = Pattern.compile("[\\s()（）-]");

    /** Empty for anything that does not say where it rings: a house number, or a fixed line without its area code. */
    public static Optional<CallingNumber> read(String text) {
        var plain = BETWEEN.matcher(text).replaceAll("");
        var home = HOME.matcher(plain);
        var digits = home.matches() ? atHome(home.group(1)) : plain.replaceFirst("^\\+", "00");
        // Carriers put a 0 in front of a mobile number that calls from another place.
        if (digits.startsWith("0") && MOBILE.matcher(digits.substring(1)).matches()) {
            digits = digits.substring(1);
        }
        var complete = MOBILE.matcher(digits).matches()
                || FIXED.matcher(digits).matches()
                || FOREIGN.matcher(digits).matches();
        return complete ? Optional.of(new CallingNumber(digits)) : Optional.empty();
    }

    private static String atHome(String national) {
        return MOBILE.matcher(national).matches() ? national : "0" + national;
    }

    /** Says nothing of whose it is, because logs are read by many. */
    @Override
    public String toString() {
        return "CallingNumber[" + Telephone.masked(digits) + "]";
    }
}
