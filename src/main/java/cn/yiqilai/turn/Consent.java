package cn.yiqilai.turn;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether an enterprise that was offered a person agrees or refuses: a short yes or no, and nothing else said with it. */
final class Consent {
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern YES = Pattern.compile("(好|好的|好啊|好吧|行|行的|可以|可以的|要|要的|需要|是|是的|对|嗯|嗯嗯|ok|yes|同意|愿意)?"
            + "(请|麻烦|帮我|给我|请帮我|麻烦帮我)?(转|转接|接通|接|找|转到)?(一下)?(人工|坐席|客服|人工客服|人工服务)?(吧|谢谢|谢谢你|谢谢您)?");

    private static final Pattern NO = Pattern.compile("(先)?(不用|不要|不需要|不必|不了|算了|暂时不用|暂不)(了|转|转人工|人工)?(吧|谢谢|谢谢你|谢谢您)?");

    private Consent() {}

    static boolean isGivenBy(String text) {
        var words = letters(text);
        return !words.isEmpty() && YES.matcher(words).matches() && !words.matches("(请|麻烦|帮我|给我|一下|吧|谢谢|谢谢你|谢谢您)+");
    }

    static boolean isRefusedBy(String text) {
        return NO.matcher(letters(text)).matches();
    }

    private static String letters(String text) {
        return NO_LETTER.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
