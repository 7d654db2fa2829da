package cn.yiqilai.understanding;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a question wants to know of its topic, told by its question words. */
public enum Aspect {
    TIME(
            "多久|多长时间|几天|几日|几年|几个月|几个工作日|多少(?:天|日|年|个月|个工作日|工作日|小时)|期限|时限|什么时候|何时|啥时候|哪天|哪个月|截止|最晚|最迟|到期|几号|有效期|来得及|几小时|日期"),
    AMOUNT("多少(?!天|日|年|个月|个工作日|工作日|小时)|几个点|百分之|比例|金额|上限|下限|额度|几万|几块|几成|几倍|税率|费率|标准|最高|最低|怎么算|怎么罚|罚款|几个月工资"),
    PLACE("哪里|去哪|在哪|哪儿|网址|网站|地址|电话|窗口|平台|入口|哪个软件|app"),
    PAPERS("材料|带什么|资料|手续|证件|表格|模板|文件|清单"),
    CONDITION("条件|要求|资格|门槛|能不能|可不可以|可以吗|行不行|行吗|能吗|可以不|算不算|是不是|符合|要不要|用不用|需不需要|必须|允许|合法|违法"),
    PROCEDURE("怎么办|怎么申请|怎么操作|怎么报|怎么弄|如何|流程|步骤|程序|怎样"),
    WHO("谁|哪个部门|哪个单位|找谁|归谁|哪家|主体"),
    CONSEQUENCE("后果|处罚|罚|责任|怎么处理|会怎样|会怎么样|赔"),
    REASON("为什么|为啥|依据|哪条|原因");

    private final Pattern signs;

    Aspect(String signs) {
        this.signs = Pattern.compile(signs);
    }

    /** @param normal a sentence in normal form */
    public static Set<Aspect> askedFor(String normal) {
        var found = EnumSet.noneOf(Aspect.class);
        for (var aspect : values()) {
            if (aspect.signs.matcher(normal).find()) {
                found.add(aspect);
            }
        }
        return found;
    }

    /** True when a word says nothing but what is asked for. */
    static boolean isSign(String word) {
        for (var aspect : values()) {
            if (aspect.signs.matcher(word).matches()) {
                return true;
            }
        }
        return false;
    }
}
