package cn.yiqilai.understanding;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Understands which of the offered options is meant: by its number (第2个), or by what only this option says (注销那个). */
public final class Choice {
    private static final Pattern NUMBER =
            Pattern.compile("(?:我?(?:选|要|问的是|就是|是|想问))?(?:选项|第)?([1-4一二两三四])(?:个|项|条|种|号)?(?:那个|这个)?[吧呢啊,]*");
    private static final Pattern LAST =
            Pattern.compile("(?:我?(?:选|要|问的是|就是|是))?最后(?:那|面)?(?:的)?(?:1|一)?(?:个|项|条)?(?:那个)?[吧呢啊,]*");
    private static final Pattern AROUND = Pattern.compile(
            "^(?:嗯|对|好|好的|那个|,)*(?:我?(?:选|要|想问|要问|问|说)?(?:的)?(?:就是|应该是|是|就))?|(?:的)?(?:那|这)(?:个|条|项|种|一个)?(?:的)?(?:问题)?[吧呢啊呀,]*$|[吧呢啊呀,]+$");
    private static final String DIGITS = "一二三四";

    /** Share of what is said that an option must have for itself or with few others. */
    private static final double ENOUGH = 0.6;

    private static final double AHEAD = 0.25;
    /** More words than these are a question of their own. */
    private static final int LONGEST = 12;

    private Choice() {}

    /** What is left when the words of choosing are gone. */
    public static String core(String normal) {
        return AROUND.matcher(normal).replaceAll("");
    }

    /** @return the position of the option that is named by its number, from 0 */
    public static OptionalInt byNumber(String normal, int options) {
        if (LAST.matcher(normal).matches()) {
            return OptionalInt.of(options - 1);
        }
        var matcher = NUMBER.matcher(normal);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        var number = number(matcher.group(1));
        return number <= options ? OptionalInt.of(number - 1) : OptionalInt.empty();
    }

    private static int number(String digit) {
        return Character.isDigit(digit.charAt(0))
                ? Integer.parseInt(digit)
                : digit.equals("两") ? 2 : DIGITS.indexOf(digit) + 1;
    }

    /**
     * @param said the core of what was said
     * @return the position of the option that has clearly more of it than every other; empty when none has
     */
    public static OptionalInt byWords(Form said, List<Form> options) {
        var length = said.normal().codePointCount(0, said.normal().length());
        if (length > LONGEST || said.isEmpty()) {
            return OptionalInt.empty();
        }
        var best = -1;
        var first = 0.0;
        var second = 0.0;
        for (var i = 0; i < options.size(); i++) {
            var share = share(said.grams(), options.get(i).grams());
            if (share > first) {
                second = first;
                first = share;
                best = i;
            } else {
                second = Math.max(second, share);
            }
        }
        return best >= 0 && first >= ENOUGH && first - second >= AHEAD ? OptionalInt.of(best) : OptionalInt.empty();
    }

    private static double share(Set<String> said, Set<String> option) {
        var shared = new HashSet<>(said);
        shared.retainAll(option);
        return said.isEmpty() ? 0 : (double) shared.size() / said.size();
    }
}
