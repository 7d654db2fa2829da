package cn.yiqilai.workorder.direct;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The eleven columns of 企业诉求办理情况汇总表 (苏州市方案 附件3), in its order and its words. */
public enum ReportColumn {
    NUMBER("序号"),
    RAISED_ON("诉求时间"),
    DESCRIPTION("诉求内容"),
    ENTERPRISE("企业名称"),
    CONTACT("企业联系人"),
    PHONE("企业联系电话"),
    UNIT("办理部门"),
    RESULT("办理结果"),
    OFFICER("办理部门联系人"),
    OFFICER_PHONE("办理部门联系电话"),
    SATISFACTION("满意度");

    public static final String TITLE = "企业诉求办理情况汇总表";

    private final String heading;

    ReportColumn(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }

    /** @param heading without blanks */
    public static Optional<ReportColumn> headed(String heading) {
        return Arrays.stream(values())
                .filter(column -> column.heading.equals(heading))
                .findFirst();
    }

    public static List<String> headings() {
        return Arrays.stream(values()).map(ReportColumn::heading).toList();
    }
}
