package cn.yiqilai.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A major project as somebody sent it; see {@link MajorProject}.
 *
 * @param version that was seen; wanted for a change
 */
@Schema(name = "MajorProjectForm")
public record MajorProjectForm(
        @Nullable String name,
        @Nullable String content,
        @Nullable String company,
        @Nullable String creditCode,
        @Nullable String address,
        @Nullable String industry,
        @Nullable String authority,
        @Nullable ContactForm liaison,
        @Nullable String keyInformation,
        @Nullable Long version) {
    /** Says nothing of its people, because logs are read by many. */
    @Override
    public String toString() {
        return "MajorProjectForm[" + creditCode + "]";
    }
}
