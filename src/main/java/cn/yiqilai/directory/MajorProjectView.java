package cn.yiqilai.directory;

import cn.yiqilai.platform.Shanghai;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff read of a major project.
 *
 * @param liaison masked for whoever need not know, see {@link Visibility}
 */
@Schema(name = "MajorProject")
public record MajorProjectView(
        UUID id,
        String name,
        @Nullable String content,
        @Nullable String company,
        @Nullable String creditCode,
        @Nullable String address,
        @Nullable String industry,
        @Nullable String authority,
        ContactView liaison,
        @Nullable String keyInformation,
        boolean retired,
        long version,
        @Schema(format = "date-time") String updatedAt) {
    /** @param clear names and numbers of people as they are */
    public static MajorProjectView of(MajorProject project, boolean clear) {
        return new MajorProjectView(
                project.id(),
                project.name(),
                project.content(),
                project.company(),
                project.creditCode(),
                project.address(),
                project.industry(),
                project.authority(),
                ContactView.of(project.liaison(), clear),
                project.keyInformation(),
                project.retired(),
                project.version(),
                Shanghai.format(project.updatedAt()));
    }

    /** Says nothing of its people, because logs are read by many. */
    @Override
    public String toString() {
        return "MajorProject[" + id + "]";
    }
}
