package cn.yiqilai.calendar;

import cn.yiqilai.access.Actor;
import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.calendar.CalendarChanged.NoticeLoaded;
import cn.yiqilai.calendar.LoadedNotice.Outcome;
import cn.yiqilai.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loading the State Council's notices. Checked as a whole, kept as a whole: with the notice all open due times are computed
 * anew in one transaction, or nothing happens.
 */
@ApplicationScoped
public class Notices {
    private final NoticeRecords records;
    private final NoticeRules rules;
    private final StatutoryDays statutory;
    private final CalendarRevision revision;
    private final Event<CalendarChanged> changed;
    private final AuditTrail audit;
    private final Clock clock;

    Notices(
            NoticeRecords records,
            NoticeRules rules,
            StatutoryDays statutory,
            CalendarRevision revision,
            Event<CalendarChanged> changed,
            AuditTrail audit,
            Clock clock) {
        this.records = records;
        this.rules = rules;
        this.statutory = statutory;
        this.revision = revision;
        this.changed = changed;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param version of that year's notice that was seen, 0 for none; null: whatever it is. A stale one is a 409 with {@code
     *     current}
     * @param dryRun only says what would change
     */
    @Transactional
    public LoadedNotice load(NoticeForm form, @Nullable Long version, boolean dryRun, Actor actor) {
        var notice = rules.require(form);
        revision.lock();
        var known = records.inForce().stream().map(KeptNotice::notice).toList();
        var before = records.inForce(notice.year());
        requireSeen(before, version);
        rules.requireAgreement(notice, known);
        var loaded = compare(notice, known, before, dryRun, actor);
        if (loaded.outcome() == Outcome.LOADED) {
            keep(loaded, differences(notice, known));
        }
        return loaded;
    }

    private LoadedNotice compare(
            Notice notice, List<Notice> known, Optional<KeptNotice> before, boolean dryRun, Actor actor) {
        var differences = differences(notice, known);
        var changes = differences.stream().filter(DayChange::isOfKind).toList();
        var confirmed = (int) differences.stream()
                .filter(change ->
                        change.before().provisional() && !change.after().provisional())
                .count();
        var isSame = before.isPresent() && before.get().notice().equals(notice);
        return new LoadedNotice(
                isSame ? before.get() : numbered(notice, before, actor),
                dryRun ? Outcome.TRIED : isSame ? Outcome.UNCHANGED : Outcome.LOADED,
                changes,
                confirmed,
                rules.warnings(notice, changes));
    }

    private KeptNotice numbered(Notice notice, Optional<KeptNotice> before, Actor actor) {
        var version = before.map(KeptNotice::version).orElse(0L) + 1;
        return new KeptNotice(notice, version, clock.instant().truncatedTo(ChronoUnit.MICROS), actor);
    }

    private List<DayChange> differences(Notice notice, List<Notice> known) {
        var with = new ArrayList<>(known);
        with.removeIf(other -> other.year() == notice.year());
        with.add(notice);
        var from = LocalDate.of(notice.year() - 1, Month.DECEMBER, 1);
        return DayChange.between(
                new Days(known, statutory),
                new Days(with, statutory),
                from.isBefore(Days.FIRST) ? Days.FIRST : from,
                LocalDate.of(notice.year(), Month.DECEMBER, 31));
    }

    private void keep(LoadedNotice loaded, List<DayChange> differences) {
        var kept = loaded.notice();
        var year = kept.notice().year();
        records.add(kept);
        if (!differences.isEmpty()) {
            changed.fire(new NoticeLoaded(
                    year,
                    kept.version(),
                    differences.getFirst().date(),
                    differences.getLast().date()));
        }
        audit.record(
                kept.loadedBy(),
                "calendar.load-notice",
                "notice",
                String.valueOf(year),
                Map.of("version", Long.toString(kept.version())));
    }

    private static void requireSeen(Optional<KeptNotice> before, @Nullable Long version) {
        var current = before.map(KeptNotice::version).orElse(0L);
        if (version != null && version.longValue() != current) {
            var problem = Problem.conflict("calendar.stale");
            throw before.map(notice -> problem.with("current", notice.view()))
                    .orElse(problem)
                    .asException();
        }
    }
}
