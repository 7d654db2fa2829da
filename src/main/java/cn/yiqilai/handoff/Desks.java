package cn.yiqilai.handoff;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Role;
import cn.yiqilai.calendar.Calendars;
import cn.yiqilai.calendar.Office;
import cn.yiqilai.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds desks: when they are open, and whose business they are. */
@ApplicationScoped
public class Desks {
    private static final Set<Role> EVERYWHERE = EnumSet.of(Role.SUPERVISOR, Role.ADMIN);

    private final DeskRecords records;
    private final Calendars calendars;
    private final Settings settings;
    private final Clock clock;

    Desks(DeskRecords records, Calendars calendars, Settings settings, Clock clock) {
        this.records = records;
        this.calendars = calendars;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those that an account may look at: all of them for whoever supervises, else those he works at as long as he is an agent. */
    public List<Desk> of(Account account) {
        if (seesAll(account)) {
            return records.all();
        }
        return account.roles().contains(Role.AGENT)
                ? records.all().stream()
                        .filter(desk -> desk.employs(account.id()))
                        .toList()
                : List.of();
    }

    /** The same by their ids. */
    public Set<String> idsOf(Account account) {
        return of(account).stream().map(Desk::id).collect(Collectors.toSet());
    }

    public static boolean seesAll(Account account) {
        return account.roles().stream().anyMatch(EVERYWHERE::contains);
    }

    public List<Desk> all() {
        return records.all();
    }

    /** Who works there, by user name. */
    public List<Colleague> staff(Desk desk) {
        return records.staff(desk.id(), clock.instant());
    }

    public Optional<Desk> find(String id) {
        return records.find(id);
    }

    /** @throws IllegalStateException when there is none: contacts refer to desks that exist */
    Desk known(String id) {
        return records.find(id).orElseThrow(() -> new IllegalStateException("there is no desk " + id));
    }

    public boolean isOpen(Desk desk) {
        return isOpen(desk, clock.instant());
    }

    boolean isOpen(Desk desk, Instant at) {
        return desk.active()
                && (desk.alwaysOpen()
                        || calendars
                                .of(Office.of(settings.city(), desk.office().isEmpty() ? null : desk.office()))
                                .isOpen(at));
    }
}
