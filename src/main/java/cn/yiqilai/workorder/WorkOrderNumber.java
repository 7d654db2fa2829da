package cn.yiqilai.workorder;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an enterprise is told and quotes on the telephone: {@code YQL-20260310-0007}, the day in Shanghai and a count within
 * it. A number may be missing, none is ever given twice; after 9999 it grows to five digits.
 */
public record WorkOrderNumber(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("YQL-[0-9]{8}-[0-9]{4,9}");

    public WorkOrderNumber {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not the number of a work order: " + value);
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    /** @param count from 1 */
    public static WorkOrderNumber of(LocalDate day, int count) {
        return new WorkOrderNumber(
                String.format(Locale.ROOT, "YQL-%s-%04d", DateTimeFormatter.BASIC_ISO_DATE.format(day), count));
    }

    @Override
    public String toString() {
        return value;
    }
}
