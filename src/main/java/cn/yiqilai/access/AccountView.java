package cn.yiqilai.access;

import cn.yiqilai.platform.Shanghai;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What administrators read of an account; never a password nor anything made of one.
 *
 * @param demo came with the embedded database
 * @param version to be named by the next change
 * @param createdAt ISO-8601 with offset
 */
@Schema(name = "Account")
public record AccountView(
        UUID id,
        String username,
        String displayName,
        List<Role> roles,
        boolean demo,
        boolean disabled,
        long version,
        @Schema(format = "date-time") String createdAt) {
    public static AccountView of(StaffAccount staff) {
        var account = staff.account();
        return new AccountView(
                account.id(),
                account.username(),
                account.displayName(),
                account.roles().stream().sorted().toList(),
                account.demo(),
                staff.disabled(),
                staff.version(),
                Shanghai.format(staff.createdAt()));
    }
}
