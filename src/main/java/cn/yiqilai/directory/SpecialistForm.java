package cn.yiqilai.directory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A specialist as somebody sent it; see {@link Specialist}.
 *
 * @param unit id, name or alias; it stays, so a change may leave it out
 * @param kind a {@link SpecialistKind}, by its name or as people call it
 * @param account user name or id of the account with which he answers himself
 * @param version that was seen; wanted for a change
 */
@Schema(name = "SpecialistForm")
public record SpecialistForm(
        @Nullable String unit,
        @Nullable String name,
        @Nullable String position,
        @Nullable String kind,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable List<@Nullable String> topics,
        @Nullable String account,
        @Nullable Long version) {
    /** Says nothing of the person, because logs are read by many. */
    @Override
    public String toString() {
        return "SpecialistForm[" + unit + "]";
    }
}
