package cn.yiqilai.directory;

import cn.yiqilai.platform.Shanghai;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff read of a specialist.
 *
 * @param phone, mobile masked for whoever need not call, see {@link Visibility}
 * @param account with which he answers himself
 */
@Schema(name = "Specialist")
public record SpecialistView(
        UUID id,
        String unit,
        String name,
        @Nullable String position,
        SpecialistKind kind,
        @Nullable String phone,
        @Nullable String mobile,
        List<String> topics,
        @Nullable UUID account,
        boolean retired,
        long version,
        @Schema(format = "date-time") String updatedAt) {
    public static SpecialistView of(Specialist specialist, boolean phones) {
        return new SpecialistView(
                specialist.id(),
                specialist.unit().value(),
                specialist.name(),
                specialist.position(),
                specialist.kind(),
                phones ? specialist.phone() : Telephone.masked(specialist.phone()),
                phones ? specialist.mobile() : Telephone.masked(specialist.mobile()),
                specialist.topics(),
                specialist.account(),
                specialist.retired(),
                specialist.version(),
                Shanghai.format(specialist.updatedAt()));
    }

    /** Says nothing of the person, because logs are read by many. */
    @Override
    public String toString() {
        return "Specialist[" + id + "]";
    }
}
