package cn.yiqilai.directory;

import cn.yiqilai.platform.Shanghai;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What staff read of a shift.
 *
 * @param specialist his id
 * @param name of the specialist
 * @param unit for which he works
 * @param begins, ends ISO-8601 with offset
 * @param rank 1 is rung first
 */
@Schema(name = "Shift")
public record ShiftView(
        UUID id,
        UUID specialist,
        String name,
        String unit,
        String topic,
        @Schema(format = "date-time") String begins,
        @Schema(format = "date-time") String ends,
        int rank,
        boolean retired,
        long version,
        @Schema(format = "date-time") String updatedAt) {
    public static ShiftView of(Shift shift, Specialist specialist) {
        return new ShiftView(
                shift.id(),
                shift.specialist(),
                specialist.name(),
                specialist.unit().value(),
                shift.topic(),
                Shanghai.format(shift.begins()),
                Shanghai.format(shift.ends()),
                shift.rank(),
                shift.retired(),
                shift.version(),
                Shanghai.format(shift.updatedAt()));
    }
}
