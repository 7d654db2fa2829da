package cn.yiqilai.understanding;

import java.util.regex.Pattern;

/**
 * Tells whether an utterance leaves out what was said before: "那三年的呢", "要多久", "还在试用的呢". Such an utterance is read
 * together with the question before it; one that stands by itself is not, so that a change of topic is noticed.
 */
public enum Ellipsis {
    /** It stands by itself, as far as can be seen. */
    NONE,
    /** It is short, or begins as what continues something. */
    POSSIBLE,
    /** It cannot be understood without what was said before. */
    CERTAIN;

    private static final int SHORT = 14;
    private static final String LINK = "(?:那|那么|那如果|那要是|那假如|如果|要是|假如|万一)";
    private static final Pattern BEGINS =
            Pattern.compile("^(那|那么|如果|要是|假如|万一|然后|还有|另外|这|它|他|她|就是|也|还|如|换成|改成|不是|刚才|前面)");
    private static final Pattern POINTS = Pattern.compile("^(?:那|那么|这|它|其|换成|改成|还是)|这个|那个|它");
    private static final Pattern ENDS = Pattern.compile("(呢|的话|咧|呐)[?？。!！]*$");
    private static final Pattern LEADING = Pattern.compile("^(?:" + LINK + "|然后|还有|另外|换成|改成|就是|,)+(?:说|的话)?");
    private static final Pattern TRAILING = Pattern.compile("(?:的话|的)?(?:呢|咧|呐|啊|呀|,)*[?？。!！]*$");

    /** @param text as it was said */
    public static boolean in(String text) {
        return of(text) != NONE;
    }

    /** @param text as it was said, or its normal form */
    public static Ellipsis of(String text) {
        var said = text.strip();
        var length = said.codePointCount(0, said.length());
        var ends = ENDS.matcher(said).find() && length <= 2 * SHORT;
        if (length <= 2 * SHORT && POINTS.matcher(said).find() || ends && length <= SHORT) {
            return CERTAIN;
        }
        return BEGINS.matcher(said).find() || ends || length <= SHORT ? POSSIBLE : NONE;
    }

    /** What is said, without the words that only tie it to what was said before: 那三年的呢 → 三年. */
    public static String core(String normal) {
        var core = TRAILING.matcher(LEADING.matcher(normal).replaceFirst("")).replaceFirst("");
        return core.isEmpty() ? normal : core;
    }

    /** 呢, 的话: left for the other side to complete. */
    static boolean endsOpen(String normal) {
        return ENDS.matcher(normal).find();
    }
}
