package cn.yiqilai.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What editors read of an entry: the fields of {@link Entry} beside where it stands.
 *
 * @param version to be named by the next change
 * @param publishedVersion number of the content that enterprises are told, null for none
 * @param comment why it was sent back, null otherwise
 * @param updatedAt ISO-8601 with offset
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Entry")
public record EntryView(
        @JsonUnwrapped Entry entry,
        EntryState state,
        long version,
        @Nullable Integer publishedVersion,
        @Nullable String comment,
        @Schema(format = "date-time") String updatedAt) {}
