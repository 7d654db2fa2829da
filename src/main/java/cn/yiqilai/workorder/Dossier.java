package cn.yiqilai.workorder;

import java.time.Instant;
import java.util.Optional;

/**
 * What an order has in every state.
 *
 * @param city the profile it is counted by, {@code yancheng}
 * @param filing under which codes it is kept
 * @param progress what the states so far have left behind
 * @param version grows by one with each change, from 1
 */
public record Dossier(
        WorkOrderId id,
        WorkOrderNumber number,
        String city,
        Matter matter,
        Reporter reporter,
        Optional<Source> source,
        Filing filing,
        Instant registeredAt,
        Progress progress,
        long version) {

    /** As it is registered. */
    public static Dossier opened(
            WorkOrderId id,
            WorkOrderNumber number,
            String city,
            Matter matter,
            Reporter reporter,
            Optional<Source> source,
            Filing filing,
            Instant registeredAt) {
        return new Dossier(id, number, city, matter, reporter, source, filing, registeredAt, Progress.NONE, 1);
    }

    Dossier about(Matter other) {
        return amended(other, reporter, filing);
    }

    Dossier amended(Matter otherMatter, Reporter otherReporter, Filing otherFiling) {
        return new Dossier(
                id, number, city, otherMatter, otherReporter, source, otherFiling, registeredAt, progress, version);
    }

    Dossier with(Progress other) {
        return new Dossier(id, number, city, matter, reporter, source, filing, registeredAt, other, version);
    }

    Dossier next() {
        return new Dossier(id, number, city, matter, reporter, source, filing, registeredAt, progress, version + 1);
    }
}
