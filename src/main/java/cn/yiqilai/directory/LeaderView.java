package cn.yiqilai.directory;

import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.platform.Shanghai;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff read of somebody who signs.
 *
 * @param phone, mobile masked for whoever need not call him, see {@link Visibility}
 * @param account with which he signs himself
 */
@Schema(name = "Leader")
public record LeaderView(
        UUID id,
        String unit,
        SigningLevel level,
        String name,
        @Nullable String position,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable UUID account,
        boolean retired,
        long version,
        @Schema(format = "date-time") String updatedAt) {
    public static LeaderView of(Leader leader, boolean phones) {
        return new LeaderView(
                leader.id(),
                leader.unit().value(),
                leader.level(),
                leader.name(),
                leader.position(),
                phones ? leader.phone() : Telephone.masked(leader.phone()),
                phones ? leader.mobile() : Telephone.masked(leader.mobile()),
                leader.account(),
                leader.retired(),
                leader.version(),
                Shanghai.format(leader.updatedAt()));
    }

    /** Says nothing of the person, because logs are read by many. */
    @Override
    public String toString() {
        return "Leader[" + id + "]";
    }
}
