package cn.yiqilai.workorder.oversight;

import cn.yiqilai.platform.Page;
import cn.yiqilai.workorder.WorkOrderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where programmes are kept. */
public interface ProgrammeRecords {
    /** @return false when what it follows was followed before; nothing was written */
    boolean add(Programme programme, List<WorkOrderId> orders);

    Optional<Programme> find(UUID id);

    /** Latest first. */
    Page<Programme> list(@Nullable Purpose purpose, Page.Request page);

    /** How far each of them has come, by id. */
    Map<UUID, Progress> progress(List<UUID> programmes);

    /** In the order in which they were drawn or named. */
    List<ListedOrder> orders(UUID programme);

    /** How many a draw has to draw from. Direct reports, which nobody of the hotline handled, are not among them. */
    long population(Draw draw);

    /** The same for the same seed upon the same orders. */
    List<WorkOrderId> draw(Draw draw);

    /**
     * Whoever writes another result of that order waits until this transaction ends.
     *
     * @param unit whose work it is now; null when no unit has or had it
     */
    void write(UUID programme, WorkOrderId order, @Nullable String unit, WrittenResult result);

    /**
     * By unit, of what happened between the two.
     *
     * @param until not counted in
     * @param now what is still to come is not late yet
     */
    List<UnitEvidence> evidence(Instant from, Instant until, Instant now);
}
