package cn.yiqilai.decision;

import cn.yiqilai.platform.Messages;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a standard question tells of its subject, in the words by which a person would name it. Stricter than {@link
 * cn.yiqilai.understanding.Aspect}, which compares questions and may see several at once: this is read aloud to somebody.
 */
enum Facet {
    TIME("多久|多长时间|几[天日年号月]|多少(?:个)?(?:工作)?[天日年月]|几个(?:工作日|月)|期限|时限|有效期|什么时候|何时|哪[天月年]|截止|最晚|最迟"),
    TIMES("几次|多少次"),
    AMOUNT("多少(?=[钱元万，？?]|$)|金额|额度|上限|封顶|比例|税率|征收率|费率"),
    PAPERS("材料|带什么|资料|表格|证件"),
    CONDITION("条件|什么样的|哪些情形|什么情况|哪些情况|资格"),
    PROCEDURE("怎么(?:办理|申请|申报|登记|操作)|如何办|流程|手续"),
    PLACE("哪里|在哪|向谁|去哪|什么渠道|网址|窗口"),
    CONSEQUENCE("处罚|罚款|什么责任|后果|会怎么处理|怎么罚"),
    DEFINITION("怎么界定|哪些行为算|什么算|怎么区分|怎么认定");

    private final Pattern signs;

    Facet(String signs) {
        this.signs = Pattern.compile(signs);
    }

    /** What is read. */
    String label() {
        return Messages.of("clarify.facet." + name());
    }

    /** All that a question asks for, what it names first first. */
    static List<Facet> of(String question) {
        var places = new EnumMap<Facet, Integer>(Facet.class);
        for (var facet : values()) {
            var matcher = facet.signs.matcher(question);
            if (matcher.find()) {
                places.put(facet, matcher.start());
            }
        }
        return places.entrySet().stream()
                .sorted(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .toList();
    }
}
