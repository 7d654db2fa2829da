package cn.yiqilai.workorder.web;

import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.workorder.Rating;
import cn.yiqilai.workorder.WorkOrderId;
import cn.yiqilai.workorder.oversight.Draw;
import cn.yiqilai.workorder.oversight.Handover;
import cn.yiqilai.workorder.oversight.Handovers;
import cn.yiqilai.workorder.oversight.Inquiries;
import cn.yiqilai.workorder.oversight.Inquiry;
import cn.yiqilai.workorder.oversight.Programmes;
import cn.yiqilai.workorder.oversight.Purpose;
import cn.yiqilai.workorder.oversight.Result;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What people send about programmes, handovers and inquiries. Every field may be missing; what is wrong is said at once. */
final class OversightForms {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PERSON = 60;
    private static final int LONGEST_UNIT = 60;
    private static final int LONGEST_ID = 60;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_FINDING = 2000;
    private static final int LONGEST_REMARK = 1000;
    private static final int LONGEST_MATERIAL = 200;
    private static final int MOST_HANDED_OVER = 50;
    private static final int MOST_MONTHS = 12;

    private OversightForms() {}

    /**
     * @param office who takes it on or reads it; left out: the supervisor's own
     * @param orders ids of orders that are named, 1..200; or {@code draw}
     * @param everyMonths 1..12, of what is drawn: how often it is to be repeated; left out: done once
     */
    @Schema(
            name = "MakeProgramme",
            requiredProperties = {"purpose", "title", "reason", "dueOn"})
    record ProgrammeForm(
            @Nullable String purpose,
            @Nullable String title,
            @Nullable String reason,
            @Nullable String office,
            @Schema(format = "date") @Nullable String dueOn,
            @Nullable List<@Nullable String> orders,
            @Nullable DrawForm draw,
            @Nullable Integer everyMonths) {
        Programmes.Wish wish() {
            var checks = Forms.checks();
            var what = Forms.required(checks, "purpose", purpose, Purpose.class);
            var name = checks.required("title", title, 2, LONGEST_NAME);
            var why = checks.requiredText("reason", reason, 2, LONGEST_TEXT);
            var who = checks.optional("office", office, LONGEST_NAME);
            var day = checks.day("dueOn", dueOn);
            if (dueOn == null || dueOn.isBlank()) {
                checks.refuse("dueOn", "field.required");
            }
            var named = ids(checks, orders, Draw.MOST);
            requireWay(checks, what);
            requireMonths(checks);
            var lot = draw == null ? null : draw.lot(checks);
            checks.throwIfAny();
            return new Programmes.Wish(
                    Objects.requireNonNull(what), name, why, who, Objects.requireNonNull(day), named, lot, everyMonths);
        }

        private void requireWay(FieldChecks checks, @Nullable Purpose what) {
            var named = orders != null && !orders.isEmpty();
            if (named == (draw != null)) {
                checks.refuse("orders", "oversight.orders-or-draw");
            } else if (draw != null && what != null && !what.canBeDrawn()) {
                checks.refuse("draw", "oversight.not-drawn");
            }
        }

        private void requireMonths(FieldChecks checks) {
            if (everyMonths != null && (draw == null || everyMonths < 1 || everyMonths > MOST_MONTHS)) {
                checks.refuse("everyMonths", "oversight.months");
            }
        }
    }

    /**
     * Orders that were closed between two days, both counted in, drawn by chance.
     *
     * @param unit only what this unit has closed
     * @param count 1..200
     * @param seed draws the same again from the same orders; left out: by chance
     */
    @Schema(
            name = "DrawOrders",
            requiredProperties = {"from", "to", "count"})
    record DrawForm(
            @Schema(format = "date") @Nullable String from,
            @Schema(format = "date") @Nullable String to,
            @Nullable String unit,
            @Nullable Integer count,
            @Nullable Long seed) {
        Programmes.@Nullable Lot lot(FieldChecks checks) {
            var first = checks.day("draw.from", from);
            var last = checks.day("draw.to", to);
            var whose = checks.optional("draw.unit", unit, LONGEST_UNIT);
            if (first == null || last == null || first.isAfter(last)) {
                checks.refuse("draw.from", "oversight.days");
            }
            if (count == null || count < 1 || count > Draw.MOST) {
                checks.refuse("draw.count", "oversight.count", Draw.MOST);
            }
            if (seed != null && (seed < 0 || seed >= Draw.SEEDS)) {
                checks.refuse("draw.seed", "oversight.seed");
            }
            return first == null || last == null || count == null
                    ? null
                    : new Programmes.Lot(first, last, whose, count, seed);
        }
    }

    /**
     * @param truthful what the reply says is so
     * @param enterpriseSaid what the enterprise said when it was called again (回访复核); left out: nobody called
     */
    @Schema(
            name = "CheckOrder",
            requiredProperties = {"standard", "specific", "complete", "truthful", "finding"})
    record CheckForm(
            @Nullable Boolean standard,
            @Nullable Boolean specific,
            @Nullable Boolean complete,
            @Nullable Boolean truthful,
            @Nullable String enterpriseSaid,
            @Nullable String finding) {
        Result.Check result() {
            var checks = Forms.checks();
            var result = new Result.Check(
                    Forms.required(checks, "standard", standard),
                    Forms.required(checks, "specific", specific),
                    Forms.required(checks, "complete", complete),
                    Forms.required(checks, "truthful", truthful),
                    checks.optionalText("enterpriseSaid", enterpriseSaid, LONGEST_FINDING),
                    checks.requiredText("finding", finding, 2, LONGEST_FINDING));
            checks.throwIfAny();
            return result;
        }
    }

    /** @param grade 5 非常满意 … 1 非常不满意; left out: none was given */
    @Schema(name = "CallOrder", requiredProperties = "reached")
    record CalledForm(
            @Nullable Boolean reached,
            @Nullable Integer grade,
            @Nullable String remark) {
        Result.Called result() {
            var checks = Forms.checks();
            var answered = Forms.required(checks, "reached", reached);
            if (grade != null && (grade < Rating.WORST || grade > Rating.BEST)) {
                checks.refuse("grade", "conversation.grade");
            } else if (grade != null && !answered) {
                checks.refuse("grade", "workorder.grade-of-nobody");
            }
            var result = new Result.Called(answered, grade, checks.optionalText("remark", remark, LONGEST_REMARK));
            checks.throwIfAny();
            return result;
        }
    }

    /** @param settled nothing is left to do */
    @Schema(
            name = "ConcludeOrder",
            requiredProperties = {"settled", "finding"})
    record ConcludedForm(
            @Nullable Boolean settled, @Nullable String finding) {
        Result.Concluded result() {
            var checks = Forms.checks();
            var result = new Result.Concluded(
                    Forms.required(checks, "settled", settled),
                    checks.requiredText("finding", finding, 2, LONGEST_FINDING));
            checks.throwIfAny();
            return result;
        }
    }

    /**
     * @param unit whom it is about; left out: nobody in particular
     * @param materials what is handed over, named one by one, 1..50
     * @param orders ids, 1..50
     */
    @Schema(
            name = "MakeHandover",
            requiredProperties = {"office", "matter", "materials", "orders"})
    record HandoverForm(
            @Nullable String office,
            @Nullable String unit,
            @Nullable String matter,
            @Nullable List<@Nullable String> materials,
            @Nullable List<@Nullable String> orders) {
        Handovers.Wish wish() {
            var checks = Forms.checks();
            var wish = new Handovers.Wish(
                    checks.required("office", office, 2, LONGEST_NAME),
                    checks.optional("unit", unit, LONGEST_UNIT),
                    checks.requiredText("matter", matter, 2, LONGEST_TEXT),
                    checks.list("materials", materials, 1, LONGEST_MATERIAL, MOST_HANDED_OVER),
                    ids(checks, orders, MOST_HANDED_OVER));
            requireSome(checks, "materials", materials);
            requireSome(checks, "orders", orders);
            checks.throwIfAny();
            return wish;
        }

        private static void requireSome(FieldChecks checks, String field, @Nullable List<@Nullable String> list) {
            if (list == null || list.isEmpty()) {
                checks.refuse(field, "field.required");
            }
        }
    }

    /** @param on the day on which it happened */
    @Schema(
            name = "TellHandover",
            requiredProperties = {"kind", "on", "toldBy"})
    record ToldForm(
            @Nullable String kind,
            @Schema(format = "date") @Nullable String on,
            @Nullable String toldBy,
            @Nullable String remark) {
        Handovers.Told told() {
            var checks = Forms.checks();
            var what = Forms.required(checks, "kind", kind, Handover.NewsKind.class);
            var day = checks.day("on", on);
            if (on == null || on.isBlank()) {
                checks.refuse("on", "field.required");
            }
            var who = checks.required("toldBy", toldBy, 1, LONGEST_PERSON);
            var text = checks.optionalText("remark", remark, LONGEST_REMARK);
            checks.throwIfAny();
            return new Handovers.Told(Objects.requireNonNull(what), Objects.requireNonNull(day), who, text);
        }
    }

    /**
     * @param order id of the order whose handling it is about; left out: something general
     * @param dueOn the last day on which an answer is in time
     */
    @Schema(
            name = "MakeInquiry",
            requiredProperties = {"source", "sender", "subject", "unit", "dueOn"})
    record InquiryForm(
            @Nullable String source,
            @Nullable String sender,
            @Nullable String subject,
            @Nullable String unit,
            @Nullable String order,
            @Schema(format = "date") @Nullable String dueOn) {
        Inquiries.Wish wish() {
            var checks = Forms.checks();
            var whose = Forms.required(checks, "source", source, Inquiry.Source.class);
            var who = checks.required("sender", sender, 2, LONGEST_NAME);
            var what = checks.requiredText("subject", subject, 2, LONGEST_FINDING);
            var asked = checks.required("unit", unit, 1, LONGEST_UNIT);
            var about = order == null || order.isBlank() ? null : id(checks, "order", order);
            var day = checks.day("dueOn", dueOn);
            if (dueOn == null || dueOn.isBlank()) {
                checks.refuse("dueOn", "field.required");
            }
            checks.throwIfAny();
            return new Inquiries.Wish(
                    Objects.requireNonNull(whose), who, what, asked, about, Objects.requireNonNull(day));
        }
    }

    @Schema(name = "AnswerInquiry", requiredProperties = "text")
    record AnsweredForm(@Nullable String text) {
        String answer() {
            return Forms.text("text", text, LONGEST_TEXT);
        }
    }

    private static List<WorkOrderId> ids(FieldChecks checks, @Nullable List<@Nullable String> raw, int most) {
        return checks.list("orders", raw, 1, LONGEST_ID, most).stream()
                .flatMap(one -> Optional.ofNullable(id(checks, "orders", one)).stream())
                .distinct()
                .toList();
    }

    private static @Nullable WorkOrderId id(FieldChecks checks, String field, String raw) {
        try {
            return new WorkOrderId(UUID.fromString(raw.strip()));
        } catch (IllegalArgumentException e) {
            if (!raw.isEmpty()) {
                checks.refuse(field, "oversight.unknown-order");
            }
            return null;
        }
    }
}
