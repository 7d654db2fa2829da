package cn.yiqilai.workorder.oversight;

import cn.yiqilai.platform.Page;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where inquiries are kept. */
public interface InquiryRecords {
    void add(Inquiry inquiry);

    /** Whoever adds another answer waits until this transaction ends. */
    void add(UUID inquiry, Inquiry.Answer answer);

    Optional<Inquiry> find(UUID id);

    /** Latest first. @param unit null = of all units */
    Page<Inquiry> list(@Nullable String unit, Page.Request page);
}
