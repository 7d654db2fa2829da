package cn.yiqilai.workorder.web;

import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.conversation.PhoneNumber;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.workorder.Extending;
import cn.yiqilai.workorder.Mending;
import cn.yiqilai.workorder.PassingOn;
import cn.yiqilai.workorder.Replying;
import cn.yiqilai.workorder.Returning;
import cn.yiqilai.workorder.reply.Finding;
import cn.yiqilai.workorder.reply.FourChecks;
import cn.yiqilai.workorder.reply.Resolution;
import cn.yiqilai.workorder.reply.StepwisePlan;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a unit sends about its orders. Every field may be missing; what is wrong is said at once. */
final class UnitForms {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_UNIT = 60;
    private static final int LONGEST_SECTION = 4000;
    private static final int MOST_SECTIONS = 40;
    private static final int MOST_DAYS = 1000;

    private UnitForms() {}

    /** @param signer the person who answers for it; left out: whoever is logged in */
    @Schema(name = "SignWorkOrder")
    record SignForm(@Nullable Long version, @Nullable String signer) {
        static final SignForm PLAIN = new SignForm(null, null);

        String name(String account) {
            return nameOr(account, "signer", signer);
        }
    }

    /**
     * @param toldProcedure the enterprise was told how its matter is seen to (办理程序)
     * @param toldLimit and until when (期限)
     * @param by who called; left out: whoever is logged in
     */
    @Schema(
            name = "ContactEnterprise",
            requiredProperties = {"toldProcedure", "toldLimit"})
    record ContactForm(
            @Nullable Long version,
            @Nullable Boolean toldProcedure,
            @Nullable Boolean toldLimit,
            @Nullable String by,
            @Nullable String note) {
        String caller(String account) {
            var checks = Forms.checks();
            requireTold(checks, "toldProcedure", toldProcedure);
            requireTold(checks, "toldLimit", toldLimit);
            checks.throwIfAny();
            return nameOr(account, "by", by);
        }

        @Nullable
        String said() {
            var checks = Forms.checks();
            var said = checks.optionalText("note", note, 2000);
            checks.throwIfAny();
            return said;
        }

        private static void requireTold(FieldChecks checks, String field, @Nullable Boolean told) {
            if (!Boolean.TRUE.equals(told)) {
                checks.refuse(field, "workorder.told");
            }
        }
    }

    /** @param unit its superior, or one directly below it */
    @Schema(
            name = "PassOnWorkOrder",
            requiredProperties = {"unit", "reason"})
    record PassOnForm(
            @Nullable Long version,
            @Nullable String unit,
            @Nullable String reason) {
        PassingOn.Wish wish() {
            var checks = Forms.checks();
            var wish = new PassingOn.Wish(
                    checks.required("unit", unit, 1, LONGEST_UNIT),
                    checks.requiredText("reason", reason, 2, LONGEST_REASON));
            checks.throwIfAny();
            return wish;
        }
    }

    @Schema(
            name = "RequestReturn",
            requiredProperties = {"ground", "advice"})
    record ReturnForm(
            @Nullable Long version,
            @Nullable String ground,
            @Nullable String advice) {
        Returning.Wish wish() {
            var checks = Forms.checks();
            var wish = new Returning.Wish(
                    checks.requiredText("ground", ground, 2, LONGEST_REASON),
                    checks.requiredText("advice", advice, 2, LONGEST_REASON));
            checks.throwIfAny();
            return wish;
        }
    }

    /**
     * @param workingDays 1..1000, counted from the old due day; or {@code until}
     * @param told how the enterprise was told of it
     */
    @Schema(name = "RequestExtension", requiredProperties = "reason")
    record ExtensionForm(
            @Nullable Long version,
            @Nullable Integer workingDays,
            @Schema(format = "date") @Nullable String until,
            @Nullable String reason,
            @Nullable String told) {
        Extending.Wish wish() {
            var checks = Forms.checks();
            var day = checks.day("until", until);
            if ((workingDays == null) == (until == null)) {
                checks.refuse("workingDays", "workorder.days-or-until");
            } else if (workingDays != null && (workingDays < 1 || workingDays > MOST_DAYS)) {
                checks.refuse("workingDays", "workorder.working-days", MOST_DAYS);
            }
            var why = checks.requiredText("reason", reason, 2, LONGEST_REASON);
            var how = checks.optionalText("told", told, LONGEST_REASON);
            checks.throwIfAny();
            return new Extending.Wish(workingDays, day, why, how);
        }
    }

    /** The four checks of 四(二)3. */
    @Schema(name = "FourChecks")
    record ChecksForm(
            @Nullable Boolean investigated,
            @Nullable Boolean concluded,
            @Nullable Boolean handled,
            @Nullable Boolean communicated) {
        FourChecks checks() {
            return new FourChecks(
                    Boolean.TRUE.equals(investigated),
                    Boolean.TRUE.equals(concluded),
                    Boolean.TRUE.equals(handled),
                    Boolean.TRUE.equals(communicated));
        }
    }

    @Schema(
            name = "StepwisePlan",
            requiredProperties = {"steps", "finishBy", "responsible", "phone"})
    record PlanForm(
            @Nullable String steps,
            @Schema(format = "date") @Nullable String finishBy,
            @Nullable String responsible,
            @Nullable String phone) {
        @Nullable
        StepwisePlan plan(FieldChecks checks) {
            var how = checks.requiredText("plan.steps", steps, 2, LONGEST_SECTION);
            var day = day(checks);
            var who = checks.required("plan.responsible", responsible, 1, LONGEST_NAME);
            var number = checks.required("plan.phone", phone, 1, Forms.LONGEST_PHONE);
            if (!number.isEmpty() && !PhoneNumber.isWellFormed(number)) {
                checks.refuse("plan.phone", "conversation.phone");
            }
            return day == null ? null : new StepwisePlan(how, day, who, number);
        }

        private @Nullable LocalDate day(FieldChecks checks) {
            if (finishBy == null || finishBy.isBlank()) {
                checks.refuse("plan.finishBy", "field.required");
                return null;
            }
            return checks.day("plan.finishBy", finishBy);
        }
    }

    /**
     * @param sections texts by the keys of the template
     * @param finding a {@link Finding}
     * @param resolution a {@link Resolution}: STEPWISE needs {@code plan} and {@code told}, EXPLAINED {@code reason}
     * @param by who wrote it; left out: whoever is logged in
     */
    @Schema(
            name = "ProposeReply",
            requiredProperties = {"sections", "finding", "resolution", "checks"})
    record ReplyForm(
            @Nullable Long version,
            @Nullable Map<String, @Nullable String> sections,
            @Nullable String finding,
            @Nullable String resolution,
            @Nullable ChecksForm checks,
            @Nullable PlanForm plan,
            @Nullable String reason,
            @Nullable String told,
            @Nullable String by) {
        Replying.Proposal proposal(String account) {
            var found = Forms.checks();
            var truth = Forms.required(found, "finding", finding, Finding.class);
            var outcome = Forms.required(found, "resolution", resolution, Resolution.class);
            var written = written(found);
            var steps = plan == null ? null : plan.plan(found);
            var why = found.optionalText("reason", reason, 2000);
            var how = found.optionalText("told", told, 2000);
            var writer = found.optional("by", by, LONGEST_NAME);
            found.throwIfAny();
            return new Replying.Proposal(
                    written,
                    Objects.requireNonNull(truth),
                    Objects.requireNonNull(outcome),
                    checks == null ? new FourChecks(false, false, false, false) : checks.checks(),
                    steps,
                    why,
                    how,
                    writer == null ? account : writer);
        }

        /** What is blank was not written. */
        private Map<String, String> written(FieldChecks found) {
            var texts = new TreeMap<String, String>();
            if (sections == null) {
                return texts;
            }
            if (sections.size() > MOST_SECTIONS) {
                found.refuse("sections", "field.list-too-long", String.valueOf(MOST_SECTIONS));
                return texts;
            }
            sections.forEach((key, raw) -> {
                var text = found.optionalText("sections." + key, raw, LONGEST_SECTION);
                if (text != null) {
                    texts.put(key, text);
                }
            });
            return texts;
        }
    }

    /**
     * @param level a {@link SigningLevel}
     * @param name the leader who signed
     * @param signedAt when; left out: now
     */
    @Schema(
            name = "ApproveReply",
            requiredProperties = {"level", "name"})
    record ApproveForm(
            @Nullable Long version,
            @Nullable String level,
            @Nullable String name,
            @Nullable String position,
            @Schema(format = "date-time") @Nullable String signedAt) {
        Replying.Signed signed() {
            var checks = Forms.checks();
            var at = Forms.required(checks, "level", level, SigningLevel.class);
            var who = checks.required("name", name, 1, LONGEST_NAME);
            var post = checks.optional("position", position, LONGEST_NAME);
            var when = WorkOrderResource.instant(checks, "signedAt", signedAt);
            checks.throwIfAny();
            return new Replying.Signed(Objects.requireNonNull(at), who, post, when);
        }
    }

    /**
     * @param findings what was found out
     * @param measures what was mended
     */
    @Schema(
            name = "RectifyWorkOrder",
            requiredProperties = {"findings", "measures"})
    record RectifyForm(
            @Nullable Long version,
            @Nullable String findings,
            @Nullable String measures,
            @Nullable String by) {
        Mending.Result result(String account) {
            var checks = Forms.checks();
            var found = checks.requiredText("findings", findings, 2, LONGEST_SECTION);
            var mended = checks.requiredText("measures", measures, 2, LONGEST_SECTION);
            var who = checks.optional("by", by, LONGEST_NAME);
            checks.throwIfAny();
            return new Mending.Result(found, mended, who == null ? account : who);
        }
    }

    @Schema(name = "WriteOpinion", requiredProperties = "text")
    record OpinionForm(@Nullable Long version, @Nullable String text) {
        String opinion() {
            return Forms.text("text", text, 10_000);
        }
    }

    /** @param how by which way, and what was said */
    @Schema(name = "TellResult", requiredProperties = "how")
    record TellForm(@Nullable Long version, @Nullable String how) {
        String said() {
            return Forms.text("how", how, 2000);
        }
    }

    private static String nameOr(String account, String field, @Nullable String raw) {
        var checks = Forms.checks();
        var name = checks.optional(field, raw, LONGEST_NAME);
        checks.throwIfAny();
        return name == null ? account : name;
    }
}
