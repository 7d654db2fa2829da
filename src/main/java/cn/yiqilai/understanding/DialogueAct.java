package cn.yiqilai.understanding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody does with an utterance in a conversation, told by its surface alone. All texts are in normal form.
 *
 * <p>Example: 不是,我问的是小规模 is a {@link Correction} to 小规模; 回到刚才那个补贴 is a {@link Return} to 补贴.
 */
public sealed interface DialogueAct {
    /** 好的, 嗯, 知道了: heard, and nothing is asked. */
    record Acknowledgement() implements DialogueAct {}

    /** 谢谢, 再见: this matter is done with. */
    record Ending() implements DialogueAct {}

    /** 不是这个, 答非所问: what was given is not what was meant, and nothing else is said. */
    record Rejection() implements DialogueAct {}

    /** 都不是: none of what was offered. */
    record RejectionOfAll() implements DialogueAct {}

    /** @param meant what takes the place of what was understood */
    record Correction(String meant) implements DialogueAct {}

    /** @param asked what is asked instead; may be empty */
    record Switch(String asked) implements DialogueAct {}

    /** @param described how the earlier topic is called, and what is asked of it; may be empty */
    record Return(String described) implements DialogueAct {}

    /** @param said with the words that announce it (顺便问一下) left out */
    record Statement(String said) implements DialogueAct {}

    /** @param normal an utterance in normal form */
    static DialogueAct of(String normal) {
        if (Markers.ACKNOWLEDGEMENT.matcher(normal).matches()) {
            return new Acknowledgement();
        }
        if (Markers.ENDING.matcher(normal).matches()) {
            return new Ending();
        }
        if (Markers.REJECTION_OF_ALL.matcher(normal).matches()) {
            return new RejectionOfAll();
        }
        if (Markers.REJECTION.matcher(normal).matches()) {
            return new Rejection();
        }
        var correction = Markers.CORRECTION.matcher(normal);
        if (correction.lookingAt() && correction.end() < normal.length()) {
            return new Correction(rest(normal, correction));
        }
        var change = Markers.SWITCH.matcher(normal);
        if (change.lookingAt()) {
            return new Switch(rest(normal, change));
        }
        var back = Markers.RETURN.matcher(normal);
        if (back.lookingAt()) {
            return new Return(rest(normal, back));
        }
        var aside = Markers.ASIDE.matcher(normal);
        return new Statement(aside.lookingAt() && aside.end() < normal.length() ? rest(normal, aside) : normal);
    }

    private static String rest(String normal, Matcher marker) {
        return Markers.BREAK.matcher(normal.substring(marker.end())).replaceFirst("");
    }

    /** How these acts are recognised. */
    final class Markers {
        private static final String HEARD =
                "嗯|恩|哦|噢|喔|好|好的|好吧|好嘞|行|行吧|中|可以|可以了|ok|知道了|知道啦|我知道了|明白|明白了|了解|了解了|懂了|清楚了|收到|晓得了|是的|对|对的|没错|原来如此|原来这样|这样啊";
        private static final String THANKED = "谢谢|谢谢你|谢谢您|谢了|谢啦|多谢|感谢|非常感谢|太感谢了|辛苦了|辛苦|麻烦了|麻烦你了|麻烦您了";
        private static final String LEFT =
                "再见|拜拜|再会|回见|88|bye|byebye|没事了|没有了|没有别的问题了|没有其他问题了|没有问题了|没问题了|暂时没有了|不问了|先这样|先这样吧|就这样|就这样吧|就这些|就这些了|就到这里|那就这样";
        private static final String PARTICLES = "[,啊呀哈啦吧呢哦]*";

        static final Pattern ACKNOWLEDGEMENT = Pattern.compile("(?:(?:" + HEARD + ")" + PARTICLES + ")+");
        static final Pattern ENDING =
                Pattern.compile("(?:(?:" + HEARD + "|" + THANKED + "|" + LEFT + ")" + PARTICLES + ")+");

        static final Pattern REJECTION_OF_ALL = Pattern.compile(
                "(?:这些|这几个|以上|上面)?(?:全|全部)?都(?:不是|不对|没有|不符合)(?:我(?:要|想)?(?:问|找|要)的)?[的啊呀,]*|没有(?:一个)?(?:我要的|我要问的|是的|对的)|一个都不是|以上都不是");

        private static final String NOT_THIS =
                "不是|不对|不是的|不对的|错了|答错了|不是这个|不是那个|不是这些|不是这个意思|不是那个意思|不是问这个|不是说这个|我不是问这个|我问的不是这个|我说的不是这个|我要的不是这个|我要问的不是这个|我不是这个意思|不是我(?:要|想)?(?:问|找|要|说)的"
                        + "|(?:你)?没(?:有)?(?:听|看|搞|弄)(?:懂|明白|清楚|清)(?:我的意思|我的问题|我说的|我问的)?|你没懂|你没懂我的意思|你(?:理解|搞|弄|听)(?:错|岔)了(?:我的意思)?|理解错了|答非所问|所答非所问|没(?:有)?回答(?:到)?我的问题|你没(?:有)?回答我的问题|文不对题|牛头不对马嘴|跑题了|你跑题了|不是我的意思|这不是我(?:要|想)?(?:问|要)的";
        static final Pattern REJECTION = Pattern.compile("(?:(?:" + NOT_THIS + ")[,的啊呀吧]*)+");

        private static final String I_MEAN =
                "我(?:刚才|刚刚)?(?:(?:要|想)?(?:问|说|指|咨询|了解)的(?:其实|应该)?(?:是|就是)|(?:的)?意思是|是(?:想|要)?(?:问|说|指)|是(?:想|要)(?:知道|了解))";
        private static final String EXCUSE = "(?:(?:不好意思|对不起|抱歉|哦|啊|呃|额|哎呀|唉)[,]*)*";
        private static final String SLIP = "(?:我)?(?:搞|说|打|写|弄|讲|问|输)错了[,]*";
        static final Pattern CORRECTION = Pattern.compile(EXCUSE
                + "(?:(?:我(?:问|说|指|要)的)?不是[^,是]{1,20},(?:而)?(?:问的|说的|指的)?是(?!不是|否)"
                + "|(?:(?:" + NOT_THIS + "|不|没有)[,的啊呀吧]*)*" + SLIP + "(?:应该)?(?:" + I_MEAN + "|是)?"
                + "|(?:(?:" + NOT_THIS + ")[,的啊呀吧]*)+(?:" + I_MEAN + "|应该是|而是|是(?!不是|否)|问的是|说的是)"
                + "|" + I_MEAN + ")");

        static final Pattern SWITCH = Pattern.compile(
                "(?:好的|好|那|行)?,?(?:那)?(?:我)?(?:想)?(?:再)?(?:换(?:一)?个(?:问题|话题|事|别的)(?:问)?(?:一下|下)?|不(?:说|问|聊|管)这个了|这个(?:先)?不(?:说|问)了|(?:再)?问(?:一)?个(?:别的|其他的|另外的?)(?:问题|事)?|说点别的|下一个问题|另一个问题)[,是]*");

        private static final String LEAD = "(?:(?:好的|好|那|那么|对了|嗯)[,]*)*(?:我们|咱们|我)?(?:还是|再|又)?(?:想)?";
        private static final String BACK = "(?:回到|说回|问回|聊回|回过头(?:来)?(?:再)?(?:说|问)?|接着(?:说|问)|继续(?:说|问))(?:到|一下|下)*";
        private static final String BEFORE = "(?:我|我们|你)?(?:刚才|刚刚|前面|之前|上面|最开始|一开始|开头|先前)";
        private static final String MENTIONED =
                "(?:(?:我|你|我们)?(?:说|问|讲|提|聊|咨询|谈)(?:的|到|过)*|(?:的)?那(?:个|件|条|一个|项)?|(?:的)?第[1-9一二三四五](?:个|条|件)|(?<=刚才|前面|上面)的)";
        static final Pattern RETURN = Pattern.compile(LEAD + "(?:" + BACK + "(?:" + BEFORE + ")?" + MENTIONED
                + "*|(?:说|问)?(?:一下|下)?" + BEFORE + MENTIONED + "+)[,]*");

        static final Pattern ASIDE = Pattern.compile(
                "(?:(?:对了|还有|另外|顺便|顺带|再|那)[,]*)*(?:(?:我)?(?:还)?(?:想)?(?:再)?(?:问|请教|咨询|打听)(?:一下|下|一个|个)(?:问题|事)?|还有(?:一)?(?:个|件)(?:事情|事|问题)|另外(?:一)?(?:个|件)(?:事情|事|问题)|对了|顺便)[,是]*");

        static final Pattern BREAK = Pattern.compile("^[,]+");

        private Markers() {}
    }
}
