package cn.yiqilai.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A notice as it is sent, in the format of holiday-cn, before anybody looked at it. */
@Schema(
        name = "NoticeUpload",
        requiredProperties = {"year", "days"})
public record NoticeForm(
        @Schema(minimum = "2014", maximum = "2199") @Nullable
        Integer year,

        @Schema(description = "通知的网址") @Nullable List<@Nullable String> papers,

        @Schema(minItems = 1, maxItems = 100) @Nullable List<@Nullable Day> days) {
    @Schema(
            name = "NoticeUploadDay",
            requiredProperties = {"name", "date", "isOffDay"})
    public record Day(
            @Schema(minLength = 1, maxLength = 20) @Nullable String name,
            @Schema(format = "date") @Nullable String date,

            @Schema(description = "true 放假，false 调休上班") @JsonProperty("isOffDay") @Nullable
            Boolean isOffDay) {}
}
