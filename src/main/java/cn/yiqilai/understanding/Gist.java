package cn.yiqilai.understanding;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a question is about, told apart from what it wants to know of it. */
final class Gist {
    /** A question with fewer characters of its own leans on something that was said before. */
    static final int LEANS = 2;

    private static final double NEARLY_ALL = 0.8;

    private static final Pattern RESTATES = Pattern.compile("^(?:就是|也就是|换句话|意思是|我是说|即|说白了|还是|或者|或是|是不是说)");
    private static final Pattern CONTINUES = Pattern.compile("(?:呢|的话)$");

    /** What many questions have in common, so that it tells nothing of the topic. */
    private static final Pattern COMMON =
            Pattern.compile("有效期|期限|时限|时间|材料|手续|资料|条件|要求|费用|流程|程序|标准|比例|金额|额度|办理|申请|领取|需要|准备|提交|提供|应当|应该|可以|能够"
                    + "|什么|多少|多久|多长|怎么|怎样|如何|哪些|哪里|哪个|是否|能否|可否|有没有|能不能|要不要|可不可以|是不是|会不会"
                    + "|最长|最多|最低|最高|最少|最晚|最迟|大概|一般|具体|到底|到时候|处理|处罚|罚款|规定|我们|公司|单位|这个|那个"
                    + "|[现在还吗呢么啊的了是要得能会有去办交报从到由谁几天年个月日钱内以它罚弄做算定我你这那都也又再]|[^\\p{IsHan}\\p{Alnum}]");

    private static final Pattern WANTED =
            Pattern.compile("(?:需要|要|应该|应当|得|最[长多低高少晚迟])*(?:多少(?:天|年|个月|钱)?(?:以?内|之内)?|多久(?:以?内|之内)?|多长时间|什么时候|什么"
                    + "|几[天个年月日次](?:工作日|月)?(?:以?内|之内)?|怎么[办算交弄]?|怎样|如何|哪些|哪里|有效期是?|[吗呢么])");

    private Gist() {}

    /** What is left of a question when what all questions share is taken out. */
    static String own(String words) {
        return COMMON.matcher(words).replaceAll("");
    }

    /** A question without what it wants to know: 商标注册多久能下来 → 商标注册能下来. */
    static String topic(String words) {
        var left = WANTED.matcher(words).replaceAll("");
        return left.isEmpty() ? words : left;
    }

    static boolean leans(String words) {
        return own(words).length() <= LEANS;
    }

    /** 小微企业呢: it has its question from the one before. */
    static boolean continues(String words) {
        return CONTINUES.matcher(words).find();
    }

    /** Says in other words, or once more, what was asked; or names what it may be instead. */
    static boolean restates(String words, String before) {
        return RESTATES.matcher(words).find() || repeats(words, before);
    }

    /** Nearly all of its pairs of characters were there. */
    private static boolean repeats(String words, String before) {
        var pairs = pairs(own(words));
        var known = pairs(own(before));
        return !pairs.isEmpty()
                && pairs.stream().filter(known::contains).count() >= NEARLY_ALL * pairs.size()
                && Aspect.askedFor(before).containsAll(Aspect.askedFor(words));
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (var i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    /** In one sentence only another aspect makes a further question: 有效期几年，到哪里延续. */
    static boolean asksForAnother(String words, String before) {
        var asked = Aspect.askedFor(before);
        var further = Aspect.askedFor(words);
        return !further.isEmpty()
                && !asked.isEmpty()
                && (further.stream().noneMatch(asked::contains) || own(words).length() > 2 * LEANS);
    }
}
