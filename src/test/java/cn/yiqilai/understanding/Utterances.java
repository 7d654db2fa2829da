package cn.yiqilai.understanding;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** What may reach the service as a question: sentences as people write them, and what nobody writes. */
public final class Utterances {
    /** Words of the field, simplified and half width, none of them a numeral. */
    public static final List<String> WORDS = List.of(
            "小规模纳税人", "增值税", "营业执照", "注册公司", "社保", "失业保险", "稳岗返还", "试用期", "工资", "劳动合同", "仲裁", "发票", "年报", "残保金", "研发费用",
            "高新技术企业", "补贴", "补贴吗", "怎么办", "多少钱", "去哪里", "盐城", "无锡", "不动产", "招标", "保证金", "icp许可证", "app", "公司", "今年",
            "我们", "员工");

    private static final List<String> NUMERALS = List.of(
            "一二三",
            "壹贰叁",
            "１２",
            "①",
            "⑳",
            "十万",
            "1.5万",
            "两百五",
            "三千二",
            "百分之三",
            "3‰",
            "５％",
            "3,000,000",
            "10，000",
            "二〇二六",
            "三到五",
            "3-5",
            "几千万",
            "千万",
            "十五五",
            "万万",
            "亿亿",
            "零",
            "〇",
            "点五",
            "百分之",
            "半",
            "2024",
            "24",
            "007",
            "1.2.3",
            "½",
            "Ⅳ",
            "㎡",
            "٣",
            "十",
            "百",
            "千",
            "一",
            "两",
            "伍");

    private static final List<String> UNITS =
            List.of("元", "块", "年", "月", "日", "天", "人", "个月", "%", "成", "平", "家", "年底", "分之", "至", "到", "多", "年前");

    private static final List<String> MARKS = List.of(
            "，", ",", "。", "、", " ", "　", "\n", "\t", "？", "!", "-", "~", "—", ".", "...", "…", "(", "）", "《", "/", "+",
            "=", "%");

    private static final List<String> ODD = List.of(
            "\u0000",
            "\u200b",
            "\u202e",
            "\u2066",
            "\ufeff",
            "\u00ad",
            "\ud83d",
            "\udc00",
            "😀",
            "👨‍👩‍👧",
            "1️⃣",
            "e\u0301",
            "a\u0302\u0303",
            "\u0301",
            "葛\udb40\udd00",
            "𠮷",
            "𡈽",
            "\u1100\u0301\u1161",
            "İ",
            "ẞ",
            "Σ",
            "ﬁ",
            "ｶﾞ",
            "ไทย",
            "हिन्दी",
            "العربية",
            "㈱",
            "註冊",
            "請問",
            "幾個",
            "萬",
            "兩",
            "Ａ",
            "⼀",
            "\u3164");

    private Utterances() {}

    /** Words, numerals, marks and odd characters in any order, 0 to 24 pieces. */
    public static Arbitrary<String> mixed() {
        return pieces(
                Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.of(WORDS)),
                        Tuple.of(5, Arbitraries.of(NUMERALS)),
                        Tuple.of(4, Arbitraries.of(UNITS)),
                        Tuple.of(3, Arbitraries.of(MARKS)),
                        Tuple.of(3, Arbitraries.of(ODD))),
                24);
    }

    /** Nothing but the marks of numbers, where most rules meet. */
    public static Arbitrary<String> numeric() {
        return Arbitraries.strings()
                .withChars("零〇一二两三四五六七八九十百千万亿点半几0123456789.,%‰，、 -到至年月日天元块人成分之第周期统第前去伍拾佰")
                .ofMaxLength(20);
    }

    /** Any characters at all, halves of surrogate pairs included. */
    public static Arbitrary<String> anything() {
        return Arbitraries.strings().all().ofMaxLength(40);
    }

    /** One piece over and over, up to the 500 code points of a question. */
    public static Arbitrary<String> runs() {
        return Arbitraries.frequencyOf(
                        Tuple.of(1, Arbitraries.of(WORDS)),
                        Tuple.of(4, Arbitraries.of(NUMERALS)),
                        Tuple.of(1, Arbitraries.of(MARKS)),
                        Tuple.of(1, Arbitraries.of(ODD)))
                .map(piece -> piece.repeat(500 / piece.length()));
    }

    public static Arbitrary<String> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, mixed()), Tuple.of(6, numeric()), Tuple.of(3, anything()), Tuple.of(1, runs()));
    }

    /** Two to six words of the field in a row. */
    public static Arbitrary<List<String>> clauses() {
        return Arbitraries.of(WORDS).list().ofMinSize(2).ofMaxSize(6);
    }

    private static Arbitrary<String> pieces(Arbitrary<String> piece, int most) {
        return piece.list().ofMaxSize(most).map(pieces -> String.join("", pieces));
    }
}
