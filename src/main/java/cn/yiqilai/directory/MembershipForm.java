package cn.yiqilai.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * For which unit an account is to work.
 *
 * @param unit id, name or alias; absent = none
 * @param version that was seen
 */
@Schema(
        name = "MembershipForm",
        requiredProperties = {"version"})
public record MembershipForm(
        @Nullable String unit, @Nullable Long version) {}
