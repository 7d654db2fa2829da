package cn.yiqilai.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A duty contact as somebody sent it; see {@link DutyContact}.
 *
 * @param unit id, name or alias; it stays, so a change may leave it out
 * @param begins, ends {@code 2026-03-10T18:00:00+08:00} or {@code 2026-03-10 18:00} in Shanghai; both or neither
 * @param version that was seen; wanted for a change
 */
@Schema(name = "DutyContactForm")
public record DutyForm(
        @Nullable String unit,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String begins,
        @Nullable String ends,
        @Nullable String remark,
        @Nullable Long version) {
    /** Says nothing of the person, because logs are read by many. */
    @Override
    public String toString() {
        return "DutyForm[" + unit + "]";
    }
}
