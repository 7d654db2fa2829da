package cn.yiqilai.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account as an administrator sends it, before anybody looked at it.
 *
 * @param username 2..40 small letters, digits, {@code . _ -}; given once
 * @param displayName what colleagues read, 1..40 code points
 * @param roles at least one, and not ENTERPRISE: enterprises need no account
 * @param password 12..200 code points; wanted for a new account only
 * @param version that was seen; wanted for a change
 */
@Schema(name = "AccountForm")
public record AccountForm(
        @Nullable String username,
        @Nullable String displayName,
        @Nullable List<@Nullable String> roles,
        @Nullable String password,
        @Nullable Long version) {
    /** Without the password, because logs are read by many. */
    @Override
    public String toString() {
        return "AccountForm[" + username + "]";
    }
}
