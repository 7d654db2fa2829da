package cn.yiqilai.understanding;

import java.util.regex.Pattern;

/**
 * Tells whether an utterance leaves out what was said before: "那三年的呢", "要多久", "还在试用的呢". Such an utterance is read
 * together with the question before it; one that stands by itself is not, so that a change of topic is noticed.
 */
public final class Ellipsis {
    private static final int SHORT = 14;
    private static final Pattern BEGINS =
            Pattern.compile("^(那|那么|如果|要是|假如|万一|然后|还有|另外|这|它|他|她|就是|也|还|如|换成|改成|不是|刚才|前面)");
    private static final Pattern ENDS = Pattern.compile("(呢|的话|咧|呐)[?？。!！]*$");

    private Ellipsis() {}

    /** @param text as it was said */
    public static boolean in(String text) {
        var said = text.strip();
        var length = said.codePointCount(0, said.length());
        return BEGINS.matcher(said).find() || ENDS.matcher(said).find() && length <= 2 * SHORT || length <= SHORT;
    }
}
