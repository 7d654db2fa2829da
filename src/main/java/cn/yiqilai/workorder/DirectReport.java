package cn.yiqilai.workorder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a department has settled by itself and reports afterwards (直报, the eleven columns of 附件3). The enterprise, its
 * contact and phone are the order's reporter, what it wanted is the order's matter.
 *
 * @param raisedOn 诉求时间
 * @param unit 办理部门
 * @param result 办理结果, 1..4000 code points
 * @param officer 办理部门联系人, at most 60 code points
 * @param officerPhone 办理部门联系电话
 * @param satisfaction 满意度 as written in the sheet, at most 40 code points
 */
public record DirectReport(
        LocalDate raisedOn,
        String unit,
        String result,
        @Nullable String officer,
        @Nullable String officerPhone,
        @Nullable String satisfaction) {
    /** Says nothing of anybody, because logs are read by many. */
    @Override
    public String toString() {
        return "DirectReport[" + unit + "]";
    }
}
