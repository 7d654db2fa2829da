package cn.yiqilai.handoff;

import cn.yiqilai.conversation.Enterprise;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a text what belongs to somebody before the text goes into the knowledge: what is known of this enterprise and of
 * the people who answered, word for word, and numbers, addresses and names by their form. What was taken out is marked, so that
 * an editor sees that something stood there. Too much is taken rather than too little; an amount with its unit stays.
 */
final class PersonalData {
    private static final String ENTERPRISE = "〔企业〕";
    private static final String PERSON = "〔姓名〕";
    private static final String NUMBER = "〔号码〕";
    private static final String ADDRESS = "〔地址〕";
    /** Shorter ones are words that stand anywhere. */
    private static final int SHORTEST_KNOWN = 2;

    /** The family names of nine in ten people. */
    private static final String FAMILY =
            "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文]";

    private static final String HERE = "(?=[，。、；：！？,.;:!?\\s（）()]|$|的|，|电话|手机|联系)";

    /** At most some words around what was taken out. */
    private static final Pattern INTRODUCTION =
            Pattern.compile("[^〔〕]{0,8}〔(?:企业|姓名|号码|地址)〕[^〔〕？?]{0,4}(?:〔(?:企业|姓名|号码|地址)〕[^〔〕？?]{0,4})*");

    private static final int SHORTEST_QUESTION = 5;

    private record Form(Pattern pattern, String mark) {
        Form(String pattern, String mark) {
            this(Pattern.compile(pattern), mark);
        }

        String applied(String text) {
            return pattern.matcher(text).replaceAll(mark);
        }
    }

    private static final List<Form> FORMS = List.of(
            new Form("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}", NUMBER),
            // Identity cards, credit codes, bank accounts.
            new Form("(?<![0-9A-Za-z])(?=[0-9A-Za-z]*[0-9]{6})[0-9A-Za-z]{15,20}(?![0-9A-Za-z])", NUMBER),
            // The same in groups of digits.
            new Form("(?<!\\d)\\d{4}(?:[- ]\\d{4}){3}(?:[- ]?\\d{1,4})?(?!\\d)", NUMBER),
            new Form("(?<!\\d)\\d{6}[- ]\\d{4}[- ]?\\d{4}[- ]?\\d{3}[\\dXx](?![0-9A-Za-z])", NUMBER),
            new Form("(?<!\\d)(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)", NUMBER),
            new Form("(?<!\\d)[（(]?0\\d{2,3}[)）]?[-－— ]?\\d{3,4}[- ]?\\d{4}(?!\\d)(?:[-转]\\d{1,5})?", NUMBER),
            new Form("(?<!\\d)(?<!第)\\d{7,14}(?!\\d|\\.\\d|元|万|亿|%|％|人|吨|平|号文|年)", NUMBER),
            new Form("((?:微信|QQ|qq|电话|手机|号码|座机)(?:号码?|是|为)?[：:\\s]{0,2})[A-Za-z0-9_-]{5,20}", "$1" + NUMBER),
            new Form(
                    "((?:我叫|我姓|本人|姓名[：:]|联系人[：:是]?|经办人[：:是]?|法人代表[：:是]?|法定代表人[：:是]?|负责人[：:是]?)\\s?)" + FAMILY
                            + "[\\p{IsHan}]{0,2}?" + HERE,
                    "$1" + PERSON),
            new Form("(我是)" + FAMILY + "[\\p{IsHan}]{1,2}" + HERE, "$1" + PERSON),
            new Form(FAMILY + "(?:某{1,2})?(?:先生|女士|小姐|经理|总(?![\\p{IsHan}])|老师|主任|科长|局长|所长|处长|会计|师傅)", PERSON),
            new Form(
                    "((?:我们是|我是|这里是|我司是|我公司是|我单位是|我们公司叫|公司名称[：:是]?|企业名称[：:是]?))[^，。！？；,.!?;\\s]{2,30}?(?:公司|厂|合作社|工作室|商行|经营部|集团)",
                    "$1" + ENTERPRISE),
            new Form(
                    "[\\p{IsHan}]{0,12}(?:路|街|大道|巷|村)\\s?\\d{1,5}\\s?号(?:[\\dA-Za-z\\p{IsHan}-]{0,10}?(?:室|栋|幢|单元|楼|层))*",
                    ADDRESS));

    private PersonalData() {}

    /** A question without the clauses that only say who asks and how he is reached. */
    static String withoutIntroduction(String question) {
        var clauses = question.split("(?<=[，。；！？,;!?\\n])");
        var rest = Arrays.stream(clauses)
                .filter(clause -> !INTRODUCTION.matcher(clause).matches())
                .collect(Collectors.joining())
                .strip();
        return rest.length() < SHORTEST_QUESTION ? question : rest;
    }

    /** @param people display names of those who answered */
    static String without(String text, Enterprise enterprise, List<String> people) {
        var known = Stream.concat(
                        Stream.of(
                                        known(enterprise.name(), ENTERPRISE),
                                        known(enterprise.creditCode(), NUMBER),
                                        known(enterprise.contact(), PERSON),
                                        known(enterprise.phone(), NUMBER))
                                .flatMap(Stream::ofNullable),
                        people.stream().flatMap(name -> Stream.ofNullable(known(name, PERSON))))
                .sorted(Comparator.comparing((Known one) -> -one.text().length()))
                .toList();
        var rest = plainDigits(text);
        for (var one : known) {
            rest = rest.replace(one.text(), one.mark());
        }
        for (var form : FORMS) {
            rest = form.applied(rest);
        }
        return rest;
    }

    /** As some keyboards write them, ０ to ９: numbers are known by their form. */
    private static String plainDigits(String text) {
        var plain = new StringBuilder(text);
        for (var i = 0; i < plain.length(); i++) {
            var distance = plain.charAt(i) - '０';
            if (distance >= 0 && distance <= 9) {
                plain.setCharAt(i, (char) ('0' + distance));
            }
        }
        return plain.toString();
    }

    private record Known(String text, String mark) {}

    private static @Nullable Known known(@Nullable String text, String mark) {
        var plain = Objects.requireNonNullElse(text, "").strip();
        return plain.length() < SHORTEST_KNOWN ? null : new Known(plain, mark);
    }
}
