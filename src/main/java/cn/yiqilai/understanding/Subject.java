package cn.yiqilai.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a question is about, without what it wants to know of it: 试用期最长可以约定多久 is about 试用期. A follow-up that brings its
 * own aspect (工资最低给多少) is asked of that subject.
 */
public final class Subject {
    private static final int MOST_WORDS = 6;

    /** Words of asking, of degree and of doing in general; they say nothing of the matter. */
    private static final Set<String> ASKING =
            Set.of(("什么 哪些 哪个 哪种 哪几 哪里 哪儿 怎么 怎么样 怎样 如何 多少 多久 多长 多大 多少天 多少钱 几天 几年 几个 几次 几个月 几日 是否 能不能 可不可以 要不要 可以 能够 "
                            + "应该 应当 需要 必须 一定 有没有 是不是 会不会 有什么 是什么 为什么 最长 最多 最少 最短 最晚 最迟 最高 最低 一般 现在 目前 "
                            + "满足 具备 符合 要求 条件 约定 规定 办理 申请 时候 什么时候 时间 期限 以内 之内 内要 内办 以后 之后 以前 之前 情况 情形 哪些情况 分别 "
                            + "一下 我们 你们 他们 我们公司 这个 那个 如果 要是 假如 的话 还是 或者 以及 并且 但是 然后 没有 还有 就是 不是 不要 不能 不用 不办 属于 进行 作为 东西 事情 问题 处理 算法 起来 下来 出来 "
                            + "工作日 个工作日 材料 资料 手续 流程 标准 比例 金额 上限 下限")
                    .split(" "));

    private static final Pattern NUMBER = Pattern.compile("[0-9.%]+(?:元|块|天|日|年|月|个月|人|万|个)?");

    private Subject() {}

    /** @return the telling words in their order, without a break; empty when nothing but an aspect was said */
    public static String of(Form question) {
        return of(question, Subject::tells);
    }

    /**
     * @param known what the answer given for the question is about: of all telling words, those that it knows
     * @return as {@link #of(Form)}; all telling words when the answer knows none of them
     */
    public static String of(Form question, Form known) {
        var words = Set.copyOf(known.words());
        var shared = of(question, word -> tells(word) && words.contains(word));
        return shared.isEmpty() ? of(question) : shared;
    }

    private static String of(Form question, Predicate<String> wanted) {
        var kept = new ArrayList<String>();
        for (var word : question.words()) {
            if (wanted.test(word) && kept.stream().noneMatch(longer -> longer.contains(word))) {
                kept.removeIf(word::contains);
                kept.add(word);
            }
        }
        return String.join("", last(kept));
    }

    /** Whether a word says something of the matter. */
    static boolean tells(String word) {
        return !ASKING.contains(word) && !NUMBER.matcher(word).matches() && !Aspect.isSign(word);
    }

    /** The latest words of a long chain say what is meant now. */
    private static List<String> last(List<String> words) {
        return words.size() <= MOST_WORDS ? words : words.subList(words.size() - MOST_WORDS, words.size());
    }
}
