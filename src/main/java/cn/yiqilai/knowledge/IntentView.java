package cn.yiqilai.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What editors read of an intent.
 *
 * @param version to be named by the next change
 * @param updatedAt ISO-8601 with offset
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Intent")
public record IntentView(
        @JsonUnwrapped Intent intent,
        long version,
        @Schema(format = "date-time") String updatedAt) {}
