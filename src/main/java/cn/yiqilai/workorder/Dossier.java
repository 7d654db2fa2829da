package cn.yiqilai.workorder;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an order has in every state.
 *
 * @param city the profile it is counted by, {@code yancheng}
 * @param filing under which codes it is kept
 * @param disposal how it was disposed of; null while nobody has decided
 * @param ruleVersion which rules its clocks are counted by: frozen when it is dispatched, null before
 * @param calendarVersion which calendar they were last counted with; null before a clock ran
 * @param supervision the latest; null when it never was put under supervision
 * @param returns how many units gave it back with approval
 * @param opinionWanted a written opinion was demanded and is not there yet
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
        @Nullable Disposal disposal,
        @Nullable String ruleVersion,
        @Nullable String calendarVersion,
        @Nullable Supervision supervision,
        int returns,
        boolean opinionWanted,
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
        return new Dossier(
                id, number, city, matter, reporter, source, filing, registeredAt, null, null, null, null, 0, false, 1);
    }

    Dossier about(Matter other) {
        return amended(other, reporter, filing);
    }

    Dossier amended(Matter otherMatter, Reporter otherReporter, Filing otherFiling) {
        return new Dossier(
                id,
                number,
                city,
                otherMatter,
                otherReporter,
                source,
                otherFiling,
                registeredAt,
                disposal,
                ruleVersion,
                calendarVersion,
                supervision,
                returns,
                opinionWanted,
                version);
    }

    Dossier disposedOf(Disposal way) {
        return with(way, supervision, returns, opinionWanted);
    }

    Dossier supervised(Supervision latest) {
        return with(disposal, latest, returns, opinionWanted);
    }

    Dossier returned() {
        return with(disposal, supervision, returns + 1, opinionWanted);
    }

    Dossier wantingOpinion(boolean wanted) {
        return with(disposal, supervision, returns, wanted);
    }

    /** The first dispatch decides by which rules it is counted for good. */
    Dossier ruledBy(String rules) {
        return counted(ruleVersion == null ? rules : ruleVersion, calendarVersion);
    }

    Dossier countedWith(String calendar) {
        return counted(ruleVersion, calendar);
    }

    Dossier next() {
        return numbered(version + 1);
    }

    private Dossier with(@Nullable Disposal way, @Nullable Supervision latest, int times, boolean wanted) {
        return new Dossier(
                id,
                number,
                city,
                matter,
                reporter,
                source,
                filing,
                registeredAt,
                way,
                ruleVersion,
                calendarVersion,
                latest,
                times,
                wanted,
                version);
    }

    private Dossier counted(@Nullable String rules, @Nullable String calendar) {
        return new Dossier(
                id,
                number,
                city,
                matter,
                reporter,
                source,
                filing,
                registeredAt,
                disposal,
                rules,
                calendar,
                supervision,
                returns,
                opinionWanted,
                version);
    }

    private Dossier numbered(long other) {
        return new Dossier(
                id,
                number,
                city,
                matter,
                reporter,
                source,
                filing,
                registeredAt,
                disposal,
                ruleVersion,
                calendarVersion,
                supervision,
                returns,
                opinionWanted,
                other);
    }
}
