package cn.yiqilai.workorder.direct;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where it is kept which orders came by direct report. */
public interface DirectReportRecords {
    /**
     * Which are wanted; null = whichever.
     *
     * @param quarter of 诉求时间
     */
    record Filter(
            @Nullable Quarter quarter,
            @Nullable String unit,
            @Nullable Boolean settled) {}

    /** Nobody else reports until the transaction ends: whoever comes second sees what the first has written. */
    void hold();

    Optional<ReportedOrder> find(String identity);

    /** By identity. */
    Map<String, ReportedOrder> find(Collection<String> identities);

    void add(DirectFiling filing, ReportedOrder reported, Actor actor);

    /** By 诉求时间, then by number. */
    Page<ReportedOrder> list(Filter filter, Page.Request page);

    void addSheet(ReportedSheet sheet);

    /** The number that the next sheet gets. */
    int nextSheet();

    /** Newest first, at most 100. @param unit null = all */
    List<ReportedSheet> sheets(@Nullable String unit);
}
