package cn.yiqilai.workorder.oversight;

import cn.yiqilai.platform.Page;
import java.util.Optional;
import java.util.UUID;

/** Where handovers are kept. */
public interface HandoverRecords {
    void add(Handover handover);

    /** Only to one that is locked: what was told is numbered one after the other. */
    void add(UUID handover, Handover.News news);

    /** As it stands; whoever wants to lock it, too, waits until this transaction ends. */
    Optional<Handover> lock(UUID id);

    Optional<Handover> find(UUID id);

    /** Latest first. */
    Page<Handover> list(Page.Request page);
}
