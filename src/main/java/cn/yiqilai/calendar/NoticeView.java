package cn.yiqilai.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is read of a notice: the format in which it was loaded, with its version.
 *
 * @param loadedAt ISO-8601 with offset
 * @param loadedBy {@code account:…} or {@code system}
 */
@Schema(name = "Notice")
public record NoticeView(
        int year,
        long version,
        List<String> papers,
        List<Day> days,
        @Schema(format = "date-time") String loadedAt,
        String loadedBy) {
    /** @param isOffDay false: worked although it is a weekend */
    @Schema(name = "NoticeDay")
    public record Day(
            String name,
            LocalDate date,
            @JsonProperty("isOffDay") boolean isOffDay) {}
}
