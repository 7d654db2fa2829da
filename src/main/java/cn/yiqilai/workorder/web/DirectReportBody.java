package cn.yiqilai.workorder.web;

import cn.yiqilai.city.Kind;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.conversation.PhoneNumber;
import cn.yiqilai.directory.Telephone;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.workorder.Matter;
import cn.yiqilai.workorder.direct.DirectFiling;
import cn.yiqilai.workorder.direct.DirectFiling.Settled;
import cn.yiqilai.workorder.direct.Origin;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a direct report: the columns of 附件3, and whether the unit has settled it.
 *
 * @param unit 办理部门; left out: the unit of whoever reports
 * @param origin an {@link Origin}
 * @param raisedOn 诉求时间, {@code 2026-02-11}
 * @param kind a {@link Kind}; left out: HELP
 * @param closed true: settled, with its result; false: the platform shall see to it
 * @param result 办理结果; needed when closed, and only then
 */
@Schema(
        name = "DirectReportForm",
        requiredProperties = {"origin", "raisedOn", "description", "enterprise", "closed"})
public record DirectReportBody(
        @Nullable String unit,
        @Nullable String origin,
        @Nullable String raisedOn,
        @Nullable String kind,
        @Nullable String description,
        @Nullable String enterprise,
        @Nullable String contact,
        @Nullable String phone,
        @Nullable String region,
        @Nullable Boolean closed,
        @Nullable String result,
        @Nullable String officer,
        @Nullable String officerPhone,
        @Nullable String satisfaction) {
    private static final int LONGEST_UNIT = 60;
    private static final int LONGEST_OFFICER = 60;
    private static final int LONGEST_SATISFACTION = 40;

    /** @param own the unit of whoever reports; null for one of no unit */
    DirectFiling filing(@Nullable String own) {
        var checks = Forms.checks();
        var whose = checks.required("unit", unit == null || unit.isBlank() ? own : unit, 2, LONGEST_UNIT);
        var where = Forms.required(checks, "origin", origin, Origin.class);
        var day = checks.day("raisedOn", raisedOn);
        if (day == null && (raisedOn == null || raisedOn.isBlank())) {
            checks.refuse("raisedOn", "field.required");
        }
        var what = Optional.ofNullable(checks.constant("kind", kind, Kind.class, Map.of()))
                .orElse(Kind.HELP);
        var text = checks.requiredText("description", description, 2, Matter.LONGEST_DESCRIPTION);
        var name = checks.required("enterprise", enterprise, 2, Enterprise.LONGEST_NAME);
        var person = checks.optional("contact", contact, Enterprise.LONGEST_CONTACT);
        var number = checks.optional("phone", phone, Forms.LONGEST_PHONE);
        if (number != null && !PhoneNumber.isWellFormed(number)) {
            checks.refuse("phone", "conversation.phone");
        }
        var place = checks.optional("region", region, Conversation.LONGEST_REGION);
        var settled = Forms.required(checks, "closed", closed) ? settled(checks) : open(checks);
        checks.throwIfAny();
        return new DirectFiling(
                whose,
                where,
                Objects.requireNonNull(day),
                what,
                text,
                Enterprise.declared(name, null, person, number),
                place,
                settled);
    }

    private Settled settled(FieldChecks checks) {
        if (result == null || result.isBlank()) {
            checks.refuse("result", "workorder.direct.result-required");
        }
        var outcome = checks.optionalText("result", result, Matter.LONGEST_DESCRIPTION);
        var number = checks.optional("officerPhone", officerPhone, Forms.LONGEST_PHONE);
        if (number != null && !Telephone.isWellFormed(number)) {
            checks.refuse("officerPhone", "directory.phone");
        }
        return new Settled(
                outcome == null ? "" : outcome,
                checks.optional("officer", officer, LONGEST_OFFICER),
                number,
                checks.optional("satisfaction", satisfaction, LONGEST_SATISFACTION));
    }

    private @Nullable Settled open(FieldChecks checks) {
        if (result != null && !result.isBlank()) {
            checks.refuse("result", "workorder.direct.result-unwanted");
        }
        return null;
    }

    /** Says nothing of anybody, because logs are read by many. */
    @Override
    public String toString() {
        return "DirectReportBody[…]";
    }
}
