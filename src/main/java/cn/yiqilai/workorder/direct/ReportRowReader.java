package cn.yiqilai.workorder.direct;

import cn.yiqilai.conversation.Enterprise;
import cn.yiqilai.conversation.PhoneNumber;
import cn.yiqilai.directory.Telephone;
import cn.yiqilai.directory.Unit;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.sheet.Cells;
import cn.yiqilai.workorder.Matter;
import cn.yiqilai.workorder.direct.DirectFiling.Settled;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a row says. Fields in reports are named by their headings, because whoever mends the sheet sees those.
 *
 * @param named finds the unit in service of a name
 * @param own the only unit whose rows may be there; null = any
 */
record ReportRowReader(
        Quarter quarter,
        LocalDate today,
        Function<String, Optional<Unit>> named,
        @Nullable String own) {
    private static final int SHORTEST_TEXT = 2;
    private static final int LONGEST_UNIT = 60;
    private static final int LONGEST_OFFICER = 60;
    private static final int LONGEST_PHONE = 40;
    private static final int LONGEST_SATISFACTION = 40;
    private static final int LONGEST_RESULT = 4000;

    /** What a row comes to: a filing, or at least one error. */
    sealed interface Read {
        record Sound(DirectFiling filing) implements Read {}

        record Wrong(List<FieldError> errors) implements Read {}
    }

    Read read(ReportRow row) {
        var checks = new FieldChecks("workorder.invalid");
        var raisedOn = day(checks, row);
        var description = text(checks, row, ReportColumn.DESCRIPTION, Matter.LONGEST_DESCRIPTION);
        var name = checks.required(
                ReportColumn.ENTERPRISE.heading(),
                row.cell(ReportColumn.ENTERPRISE),
                SHORTEST_TEXT,
                Enterprise.LONGEST_NAME);
        var contact = optional(checks, row, ReportColumn.CONTACT, Enterprise.LONGEST_CONTACT);
        var phone = optional(checks, row, ReportColumn.PHONE, LONGEST_PHONE);
        if (phone != null && !PhoneNumber.isWellFormed(phone)) {
            checks.refuse(ReportColumn.PHONE.heading(), "conversation.phone");
        }
        var unit = unit(checks, row);
        var settled = settled(checks, row);
        if (!checks.errors().isEmpty() || raisedOn == null) {
            return new Read.Wrong(checks.errors());
        }
        return new Read.Sound(new DirectFiling(
                unit,
                null,
                raisedOn,
                DirectReporting.kindOfSheets(),
                description,
                Enterprise.declared(name, null, contact, phone),
                null,
                settled));
    }

    private @Nullable LocalDate day(FieldChecks checks, ReportRow row) {
        var heading = ReportColumn.RAISED_ON.heading();
        var cell = row.cell(ReportColumn.RAISED_ON);
        if (cell == null) {
            checks.refuse(heading, "field.required");
            return null;
        }
        var day = checks.day(heading, Cells.day(cell));
        if (day != null && day.isAfter(today)) {
            checks.refuse(heading, "workorder.not-in-future");
        } else if (day != null && !quarter.holds(day)) {
            checks.refuse(
                    heading,
                    "workorder.direct.other-quarter",
                    quarter.first().toString(),
                    quarter.last().toString());
        }
        return day;
    }

    private String unit(FieldChecks checks, ReportRow row) {
        var heading = ReportColumn.UNIT.heading();
        var name = checks.required(heading, row.cell(ReportColumn.UNIT), 1, LONGEST_UNIT);
        if (name.isEmpty()) {
            return "";
        }
        var unit = named.apply(name).map(found -> found.id().value()).orElse("");
        if (unit.isEmpty()) {
            checks.refuse(heading, "workorder.direct.unknown-unit");
        } else if (own != null && !own.equals(unit)) {
            checks.refuse(heading, "workorder.direct.other-unit");
        }
        return unit;
    }

    private static Settled settled(FieldChecks checks, ReportRow row) {
        var result = text(checks, row, ReportColumn.RESULT, LONGEST_RESULT);
        var officer = optional(checks, row, ReportColumn.OFFICER, LONGEST_OFFICER);
        var phone = optional(checks, row, ReportColumn.OFFICER_PHONE, LONGEST_PHONE);
        if (phone != null && !Telephone.isWellFormed(phone)) {
            checks.refuse(ReportColumn.OFFICER_PHONE.heading(), "directory.phone");
        }
        return new Settled(
                result, officer, phone, optional(checks, row, ReportColumn.SATISFACTION, LONGEST_SATISFACTION));
    }

    private static String text(FieldChecks checks, ReportRow row, ReportColumn column, int longest) {
        return checks.requiredText(column.heading(), row.cell(column), SHORTEST_TEXT, longest);
    }

    private static @Nullable String optional(FieldChecks checks, ReportRow row, ReportColumn column, int longest) {
        return checks.optional(column.heading(), row.cell(column), longest);
    }
}
