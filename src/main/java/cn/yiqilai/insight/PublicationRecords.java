package cn.yiqilai.insight;

import cn.yiqilai.platform.Page;
import java.util.Optional;

/** Where published evaluations are kept. */
public interface PublicationRecords {
    /** @return false when the period was published before; nothing was written */
    boolean add(Publication publication);

    /** With figures and orders. */
    Optional<Publication> find(String period);

    /** Its figures alone: the orders, which may be many, are not read. */
    Optional<Evaluation> evaluation(String period);

    /** Without what was counted; the latest period first. */
    Page<Publication> list(Page.Request page);
}
