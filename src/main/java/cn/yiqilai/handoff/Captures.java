package cn.yiqilai.handoff;

import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Finds captured answers, for editors who want to know where a draft comes from. */
@ApplicationScoped
public class Captures {
    private final CaptureRecords records;

    Captures(CaptureRecords records) {
        this.records = records;
    }

    /**
     * The latest first.
     *
     * @param entry, contact null = whichever
     */
    public Page<CapturedAnswer> list(@Nullable EntryId entry, @Nullable ContactId contact, Page.Request page) {
        return records.list(entry, contact, page);
    }
}
