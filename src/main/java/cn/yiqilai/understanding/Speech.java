package cn.yiqilai.understanding;

import cn.yiqilai.understanding.Clause.Role;
import java.util.regex.Pattern;

/** Tells by its words what a clause does: asks, wonders, checks, tells, or nothing for the matter. */
final class Speech {
    private static final int SHORT = 4;

    private static final String QUESTION_WORDS =
            "怎么|怎样|如何|咋|什么|啥|哪|谁|多少|多久|多长|多大|多高|何时|何种|何地|可否|能否|是否|应否|为何|几(?=[天个年月日次号家倍块成项种人岁点]|小时|折|分)";
    private static final Pattern ASKS = Pattern.compile(
            QUESTION_WORDS
                    + "|(\\p{IsHan})[不没]\\1|有没有|(?:吗|么|呢)[啊呀的]*$|[了过](?:没有?|不)$|(?:能|可以|会|要|用)\\p{IsHan}{0,6}不$|(?<=.)还是(?=.{2})");
    /** Question words that ask nothing: 好几次, 不管多少, 没什么. */
    private static final Pattern ASKS_NOTHING = Pattern.compile(
            "(?:好|十|前|这|那|近|头|隔|了|(?<!超)过)几|几[十百千万]|(?:没|没有|不是|说)什么|什么都|什么的|怎么[都也]|哪怕|多少有[点些]|谁[都也]|谁知道|不管(?:多少|怎么|什么)|无论(?:多少|如何|怎么)|那么多|哪[里儿]都|们几|[停等拖缓找换]几|几个.{1,8}了$|我们[这那]几");

    private static final Pattern RHETORICAL = Pattern.compile(
            "这不(?:是|就).{0,8}(?:吗|么|嘛)|坑人|凭(?:什么|啥)|有没有(?:天理|王法)|让不让人活|没人管|谁来管|(?:你们|到底).{0,4}管不管|(?:怎么|咋)(?:这么|那么|能这样|会这样|搞的)|哪有(?:这样|这种|这么)|这算(?:什么|啥|哪)|讲不讲理|气不气人|难道|岂有此理|何必呢|图(?:什么|啥)呢?$|你说(?:我|这)|这样?(?:合理|像话|应该)(?:吗|么)$");
    private static final Pattern WONDERS =
            Pattern.compile("不知道|不知|不清楚|不晓得|不懂|不明白|搞不清|弄不清|拿不准|不确定|没搞懂|没弄懂|记不清|说不准|忘了|说不清"
                    + "|(?:[他她它]们?|对方|员工|工人们?|老板|会计|财务|人事|朋友|同事|别人|人家|有人|有的|客户|甲方|代理|中介|局|银行|平台|专管员|经理|班长|隔壁|邻居).{0,4}(?:说|问|讲|告诉|催|让|觉得|认为)"
                    + "|^(?:又|还|都|总|老|听|就是|来|来回)?(?:说|问)(?!题)");
    private static final Pattern CHECKS = Pattern.compile(
            "(?:这|那|这样|那样|这么[做弄干办]|这种(?:情况|做法|约定|说法)|我们?这样)?(?:的?话)?(?:做)?(?:是|到底)?(?:对|是|行|可以|合法|合规|正确|真的|这样|成|违法|违规|属实|能行|算数|对不对|是不是|行不行|可不可以|合不合法|违不违法|能不能行|好不好)(?:的|不|吗|么|嘛|呢|吧|啊)*");
    private static final Pattern GREETS = Pattern.compile(
            "(?:你们?好|您好|喂|哈喽|嗨|老师|领导|客服|早上|上午|中午|下午|晚上|好|在吗|在不在|打扰了?|一下|麻烦了?|您|你|了|辛苦了?|不好意思|谢谢|多谢|感谢|拜托了?|急|在线等|盼复|望|尽快|回复|请|答复|解答|告知|指教|各位|主要|首先|啊|呀|哈|唉|哎|呃|嗯|非常)++");
    private static final Pattern ANNOUNCES = Pattern.compile(
            "特(?:此|来函|致函)*(?:咨询|请教|来函|致函)|我?们?[也还就]?(?:拿不准|不清楚|不太懂|不懂|不知道|没搞懂)|(?:我先)?(?:说(?:一)?下)?(?:事情|情况)?(?:是)?这样的?|说来话长|我?先?说(?:一)?下情况|(?:我|我们)?(?:这边)?有?(?:一|两|几|二|三|2|3)?个?(?:问题|疑问|事情?)(?:想|要|请教|咨询|问)*|老板让我来问的?|(?:我|我们)?(?:就|主要)?想?(?:问|咨询|请教|知道)?(?:两|几|二|三)?(?:个|件)?(?:问题|事情?|事儿)");
    private static final Pattern FEELS = Pattern.compile(
            "[气急烦愁]死|头疼|头都大|焦虑|睡不着|闹心|无语|郁闷|崩溃|着急|委屈|想不通|撑不住|云里雾里|一头雾水|焦头烂额|不踏实|有点?(?:担心|犹豫|慌)|吵翻天|怎么说呢|也不懂|不太熟|人也不懂|不容易");
    private static final Pattern CALLED = Pattern.compile(
            "打(?:了|过)(?:好几|很多|几|无数|多)?(?:次|个|遍).{0,3}电话|电话.{0,6}(?:没人接|打不通|总说|都说|一直)|没人接|踢皮球|推来推去|跑了.{0,3}[趟次]|等了(?:很久|半天|好久)|来来回回|没有?定论|(?:查|看|找|问)了半天|没查明白|说什么的都有|也没人");

    private Speech() {}

    /**
     * @param text without marks
     * @param questioned whether a question mark follows
     * @param led whether words that announce a question went before
     */
    static Role roleOf(String text, boolean questioned, boolean led) {
        if (GREETS.matcher(text).matches() || ANNOUNCES.matcher(text).matches()) {
            return Role.NOISE;
        }
        if (CHECKS.matcher(text).matches()) {
            return Role.CHECKING;
        }
        if (RHETORICAL.matcher(text).find()) {
            return Role.NOISE;
        }
        var asks = asks(text);
        if (asks || questioned) {
            return !led && WONDERS.matcher(text).find() ? Role.WONDERING : Role.ASKING;
        }
        if (led && text.length() >= SHORT) {
            return Role.WONDERING;
        }
        return FEELS.matcher(text).find() || CALLED.matcher(text).find() ? Role.NOISE : Role.FACT;
    }

    static boolean isCheck(String text) {
        return CHECKS.matcher(text).matches();
    }

    private static boolean asks(String text) {
        return ASKS.matcher(ASKS_NOTHING.matcher(text).replaceAll("")).find();
    }
}
