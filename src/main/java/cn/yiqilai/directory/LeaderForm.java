package cn.yiqilai.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs, as somebody sent it; see {@link Leader}.
 *
 * @param unit id, name or alias; it stays, so a change may leave it out
 * @param level a {@link cn.yiqilai.city.SigningLevel}, by its name or as people call it
 * @param account user name or id of the account with which he signs himself
 * @param version that was seen; wanted for a change
 */
@Schema(name = "LeaderForm")
public record LeaderForm(
        @Nullable String unit,
        @Nullable String level,
        @Nullable String name,
        @Nullable String position,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable String account,
        @Nullable Long version) {
    /** Says nothing of the person, because logs are read by many. */
    @Override
    public String toString() {
        return "LeaderForm[" + unit + "]";
    }
}
