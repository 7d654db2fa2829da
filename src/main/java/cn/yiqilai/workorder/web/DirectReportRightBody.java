package cn.yiqilai.workorder.web;

import cn.yiqilai.directory.Telephone;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.workorder.direct.ReportingRight.Application;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The form of 附件2, or that the right is taken back.
 *
 * @param version the decision that was seen, 0 for none
 * @param granted false takes it back; the rest is not read then
 * @param levelOne whoever grants has seen that the user is one of level L1
 */
@Schema(
        name = "DecideDirectReportRight",
        requiredProperties = {"version", "granted"})
public record DirectReportRightBody(
        @Nullable Long version,
        @Nullable Boolean granted,
        @Nullable String contact,
        @Nullable String phone,
        @Nullable String userName,
        @Nullable String userPosition,
        @Nullable String userMobile,
        @Nullable Boolean levelOne,
        @Nullable String remark) {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_POSITION = 60;
    private static final int LONGEST_REMARK = 500;

    @Nullable
    Application application() {
        var checks = Forms.checks();
        var wanted = Forms.required(checks, "granted", granted);
        checks.throwIfAny();
        if (!wanted) {
            return null;
        }
        var application = new Application(
                checks.required("contact", contact, 1, LONGEST_NAME),
                telephone(checks, "phone", phone),
                checks.required("userName", userName, 1, LONGEST_NAME),
                checks.required("userPosition", userPosition, 1, LONGEST_POSITION),
                telephone(checks, "userMobile", userMobile),
                Forms.required(checks, "levelOne", levelOne),
                checks.optionalText("remark", remark, LONGEST_REMARK));
        checks.throwIfAny();
        return application;
    }

    private static String telephone(FieldChecks checks, String field, @Nullable String raw) {
        var number = checks.required(field, raw, 1, Forms.LONGEST_PHONE);
        if (!number.isEmpty() && !Telephone.isWellFormed(number)) {
            checks.refuse(field, "directory.phone");
        }
        return number;
    }

    /** Says nothing of anybody, because logs are read by many. */
    @Override
    public String toString() {
        return "DirectReportRightBody[…]";
    }
}
