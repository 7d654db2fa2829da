package cn.yiqilai.directory;

import cn.yiqilai.platform.Shanghai;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff read of a duty contact.
 *
 * @param phone masked for whoever need not call, see {@link Visibility}
 * @param begins, ends ISO-8601 with offset; null for a contact that always holds
 */
@Schema(name = "DutyContact")
public record DutyContactView(
        UUID id,
        String unit,
        String name,
        @Nullable String phone,
        @Nullable @Schema(format = "date-time") String begins,
        @Nullable @Schema(format = "date-time") String ends,
        @Nullable String remark,
        boolean retired,
        long version,
        @Schema(format = "date-time") String updatedAt) {
    public static DutyContactView of(DutyContact contact, boolean phones) {
        return new DutyContactView(
                contact.id(),
                contact.unit().value(),
                contact.name(),
                phones ? contact.phone() : Telephone.masked(contact.phone()),
                contact.begins() == null ? null : Shanghai.format(contact.begins()),
                contact.ends() == null ? null : Shanghai.format(contact.ends()),
                contact.remark(),
                contact.retired(),
                contact.version(),
                Shanghai.format(contact.updatedAt()));
    }

    /** Says nothing of the person, because logs are read by many. */
    @Override
    public String toString() {
        return "DutyContact[" + id + "]";
    }
}
