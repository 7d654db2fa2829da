package cn.yiqilai.workorder.oversight;

import cn.yiqilai.platform.Page;
import java.util.Optional;
import java.util.UUID;

/** Where handovers are kept. */
public interface HandoverRecords {
    void add(Handover handover);

    void add(UUID handover, Handover.News news);

    Optional<Handover> find(UUID id);

    /** Latest first. */
    Page<Handover> list(Page.Request page);
}
