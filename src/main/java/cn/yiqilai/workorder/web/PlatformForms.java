package cn.yiqilai.workorder.web;

import cn.yiqilai.city.Flag;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.workorder.CallingBack;
import cn.yiqilai.workorder.Convening;
import cn.yiqilai.workorder.Extending;
import cn.yiqilai.workorder.Flagging;
import cn.yiqilai.workorder.JointSession;
import cn.yiqilai.workorder.Rating;
import cn.yiqilai.workorder.Returning;
import cn.yiqilai.workorder.Reviewing;
import cn.yiqilai.workorder.Supervising;
import cn.yiqilai.workorder.Supervision;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the platform decides, asks and orders. Every field may be missing; what is wrong is said at once. */
final class PlatformForms {
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_UNIT = 60;
    private static final int MOST_UNITS = 20;

    private PlatformForms() {}

    /** @param reason needed when it is rejected */
    @Schema(name = "DecideReturn", requiredProperties = "approved")
    record ReturnDecisionForm(
            @Nullable Long version,
            @Nullable Boolean approved,
            @Nullable String reason) {
        Returning.Decision decision() {
            var checks = Forms.checks();
            var yes = Forms.required(checks, "approved", approved);
            var why = reasonOf(checks, approved, reason);
            checks.throwIfAny();
            return new Returning.Decision(yes, why);
        }
    }

    /**
     * @param reason needed when it is rejected
     * @param leader who decided, where the rules want a leader to
     */
    @Schema(name = "DecideExtension", requiredProperties = "approved")
    record ExtensionDecisionForm(
            @Nullable Long version,
            @Nullable Boolean approved,
            @Nullable String reason,
            @Nullable String leader) {
        Extending.Decision decision() {
            var checks = Forms.checks();
            var yes = Forms.required(checks, "approved", approved);
            var why = reasonOf(checks, approved, reason);
            var who = checks.optional("leader", leader, LONGEST_NAME);
            checks.throwIfAny();
            return new Extending.Decision(yes, why, who);
        }
    }

    /** Whoever has not said what he decides is not asked why. */
    private static @Nullable String reasonOf(FieldChecks checks, @Nullable Boolean approved, @Nullable String raw) {
        return Boolean.FALSE.equals(approved)
                ? checks.requiredText("reason", raw, 2, LONGEST_REASON)
                : checks.optionalText("reason", raw, LONGEST_REASON);
    }

    /**
     * @param convener the unit that calls; left out: that of whoever is logged in
     * @param cause a {@link JointSession.Cause}
     * @param units whoever shall come, 1..20
     */
    @Schema(
            name = "ConveneJoint",
            requiredProperties = {"cause", "units", "reason"})
    record ConveneForm(
            @Nullable Long version,
            @Nullable String convener,
            @Nullable String cause,
            @Nullable List<@Nullable String> units,
            @Nullable String reason) {
        Convening.Wish wish() {
            var checks = Forms.checks();
            var caller = checks.optional("convener", convener, LONGEST_UNIT);
            var ground = Forms.required(checks, "cause", cause, JointSession.Cause.class);
            var invited = checks.list("units", units, 1, LONGEST_UNIT, MOST_UNITS);
            if (units == null || units.isEmpty()) {
                checks.refuse("units", "field.required");
            }
            var why = checks.requiredText("reason", reason, 2, LONGEST_REASON);
            checks.throwIfAny();
            return new Convening.Wish(caller, Objects.requireNonNull(ground), invited, why);
        }
    }

    /**
     * @param lead the unit that leads from now on
     * @param signer who takes it there
     * @param finishBy until when they have agreed to be done; it changes no statutory limit
     */
    @Schema(
            name = "ConcludeJoint",
            requiredProperties = {"lead", "signer", "minutes"})
    record ConcludeForm(
            @Nullable Long version,
            @Nullable String lead,
            @Nullable List<@Nullable String> coUnits,
            @Nullable String signer,
            @Nullable String minutes,
            @Schema(format = "date") @Nullable String finishBy) {
        Convening.Conclusion conclusion() {
            var checks = Forms.checks();
            var conclusion = new Convening.Conclusion(
                    checks.required("lead", lead, 1, LONGEST_UNIT),
                    checks.list("coUnits", coUnits, 1, LONGEST_UNIT, MOST_UNITS),
                    checks.required("signer", signer, 1, LONGEST_NAME),
                    checks.requiredText("minutes", minutes, 2, 10_000),
                    checks.day("finishBy", finishBy));
            checks.throwIfAny();
            return conclusion;
        }
    }

    /**
     * @param standard 规范
     * @param specific 具体
     * @param complete 完整
     * @param comment what is missing; needed unless all three hold
     */
    @Schema(
            name = "ReviewReply",
            requiredProperties = {"standard", "specific", "complete"})
    record ReviewForm(
            @Nullable Long version,
            @Nullable Boolean standard,
            @Nullable Boolean specific,
            @Nullable Boolean complete,
            @Nullable String comment) {
        Reviewing.Verdict verdict() {
            var checks = Forms.checks();
            var first = Forms.required(checks, "standard", standard);
            var second = Forms.required(checks, "specific", specific);
            var third = Forms.required(checks, "complete", complete);
            var passed = Stream.of(first, second, third).allMatch(Boolean::booleanValue);
            var why = passed
                    ? checks.optionalText("comment", comment, 2000)
                    : checks.requiredText("comment", comment, 2, 2000);
            checks.throwIfAny();
            return new Reviewing.Verdict(first, second, third, why);
        }
    }

    /**
     * @param trigger a {@link Supervision.Trigger}
     * @param measure a {@link Supervision.Measure}; left out: SUPERVISION_ORDER
     * @param office who takes it on
     */
    @Schema(
            name = "SuperviseWorkOrder",
            requiredProperties = {"trigger", "reason"})
    record SuperviseForm(
            @Nullable Long version,
            @Nullable String trigger,
            @Nullable String measure,
            @Nullable String office,
            @Nullable String reason) {
        Supervising.Order order() {
            var checks = Forms.checks();
            var ground = Forms.required(checks, "trigger", trigger, Supervision.Trigger.class);
            var far = checks.constant("measure", measure, Supervision.Measure.class, Map.of());
            var who = checks.optional("office", office, 120);
            var why = checks.requiredText("reason", reason, 2, LONGEST_REASON);
            checks.throwIfAny();
            return new Supervising.Order(
                    Objects.requireNonNull(ground),
                    far == null ? Supervision.Measure.SUPERVISION_ORDER : far,
                    who,
                    why);
        }
    }

    /** A step that takes a reason and nothing else. */
    @Schema(name = "GivenReason", requiredProperties = "reason")
    record ReasonForm(@Nullable Long version, @Nullable String reason) {
        String why() {
            return Forms.text("reason", reason, LONGEST_REASON);
        }
    }

    /** @param flag a {@link Flag} */
    @Schema(
            name = "MarkWorkOrder",
            requiredProperties = {"flag", "reason"})
    record FlagForm(
            @Nullable Long version,
            @Nullable String flag,
            @Nullable String reason) {
        Flagging.Mark mark() {
            var checks = Forms.checks();
            var which = Forms.required(checks, "flag", flag, Flag.class);
            var why = checks.requiredText("reason", reason, 2, LONGEST_REASON);
            checks.throwIfAny();
            return new Flagging.Mark(Objects.requireNonNull(which), why);
        }
    }

    /**
     * @param channel SMS or HUMAN
     * @param reached false: nobody answered; left out: somebody did
     * @param grade 5 非常满意 … 1 非常不满意; left out: none was given
     * @param reason needed when a person asks and the grade is 1 or 2
     */
    @Schema(name = "RecordCallback", requiredProperties = "channel")
    record CallbackForm(
            @Nullable Long version,
            @Nullable String channel,
            @Nullable Boolean reached,
            @Nullable Integer grade,
            @Nullable String reason) {
        CallingBack.Callback callback() {
            var checks = Forms.checks();
            var way = Forms.required(checks, "channel", channel, RatingChannel.class);
            requireGrade(checks);
            var why = isBad() && way == RatingChannel.HUMAN
                    ? checks.requiredText("reason", reason, 2, LONGEST_REASON)
                    : checks.optionalText("reason", reason, LONGEST_REASON);
            checks.throwIfAny();
            return new CallingBack.Callback(Objects.requireNonNull(way), !Boolean.FALSE.equals(reached), grade, why);
        }

        private void requireGrade(FieldChecks checks) {
            if (grade != null && (grade < Rating.WORST || grade > Rating.BEST)) {
                checks.refuse("grade", "conversation.grade");
            } else if (grade != null && Boolean.FALSE.equals(reached)) {
                checks.refuse("grade", "workorder.grade-of-nobody");
            }
        }

        private boolean isBad() {
            return grade != null && grade < Rating.CONTENT_FROM;
        }
    }

    /** @param reason needed when the enterprise gave no rating */
    @Schema(name = "ArchiveWorkOrder")
    record ArchiveForm(@Nullable Long version, @Nullable String reason) {
        static final ArchiveForm PLAIN = new ArchiveForm(null, null);

        @Nullable
        String why() {
            var checks = Forms.checks();
            var why = checks.optionalText("reason", reason, LONGEST_REASON);
            checks.throwIfAny();
            return why;
        }
    }
}
