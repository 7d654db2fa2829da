package cn.yiqilai.access;

import java.util.regex.Pattern;

/**
 * 统一社会信用代码 by GB 32100-2015: 18 characters, the first two the registering authority and kind, six digits of the
 * place, nine of the organisation, and a check character over the seventeen before it.
 */
public final class CreditCode {
    /** The 31 characters, I O S V Z left out because they look like digits; a character's value is its place here. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{2}[0-9]{6}[" + ALPHABET + "]{10}");
    private static final int BASE = 31;
    /** Weights are the powers of 3, modulo 31. */
    private static final int WEIGHT_STEP = 3;

    private CreditCode() {}

    /** Upper case only; whoever reads what people type raises it first. */
    public static boolean isWellFormed(String code) {
        return FORM.matcher(code).matches() && code.charAt(code.length() - 1) == checkCharacter(code);
    }

    private static char checkCharacter(String code) {
        var sum = 0;
        var weight = 1;
        for (var place = 0; place < code.length() - 1; place++) {
            sum += ALPHABET.indexOf(code.charAt(place)) * weight;
            weight = weight * WEIGHT_STEP % BASE;
        }
        return ALPHABET.charAt((BASE - sum % BASE) % BASE);
    }
}
