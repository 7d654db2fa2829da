package cn.yiqilai.platform;

/**
 * Whether a text can be kept and given back without loss. Emoji, rare hanzi and bidi marks can; NUL, which PostgreSQL has
 * no place for, and half of a surrogate pair, which no encoding can write, cannot.
 */
public final class StorableText {
    private StorableText() {}

    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || isHalfPair(point));
    }

    /** Whether it can be kept and has at most that many code points; a person counts an emoji as one. */
    public static boolean isStorable(String text, int longest) {
        return isStorable(text) && length(text) <= longest;
    }

    /** In code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** {@link String#codePoints} joins whole pairs, so a surrogate that is still seen has no partner. */
    private static boolean isHalfPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
