package cn.yiqilai.directory;

import cn.yiqilai.city.SigningLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what is still missing before every unit can sign, be reached and be held responsible. */
@ApplicationScoped
public class Gaps {
    /** @param gaps at least one */
    public record Incomplete(Unit unit, Set<Gap> gaps) {}

    private record Signing(UnitId unit, SigningLevel level) {}

    private final UnitRecords units;
    private final LeaderRecords leaders;
    private final DutyRecords duty;
    private final SpecialistRecords specialists;
    private final SpecialistNumber number;
    private final Clock clock;

    Gaps(
            UnitRecords units,
            LeaderRecords leaders,
            DutyRecords duty,
            SpecialistRecords specialists,
            SpecialistNumber number,
            Clock clock) {
        this.units = units;
        this.leaders = leaders;
        this.duty = duty;
        this.specialists = specialists;
        this.number = number;
        this.clock = clock;
    }

    /** Every unit in service that lacks something, by id. */
    public List<Incomplete> all() {
        var signing = leaders.inOffice().stream()
                .map(leader -> new Signing(leader.unit(), leader.level()))
                .collect(Collectors.toSet());
        var reached = reached(clock.instant());
        var wanted = number.wanted();
        var experts = specialists.inService().stream()
                .collect(Collectors.groupingBy(Specialist::unit, Collectors.counting()));
        return units.all().stream()
                .filter(unit -> !unit.retired())
                .map(unit -> new Incomplete(
                        unit, gaps(unit, signing, reached, wanted.isMetBy(experts.getOrDefault(unit.id(), 0L)))))
                .filter(found -> !found.gaps().isEmpty())
                .toList();
    }

    /** Who has a contact that holds now or at a later time. */
    private Set<UnitId> reached(Instant now) {
        var reached = new HashSet<UnitId>();
        for (var contact : duty.inService()) {
            if (contact.ends() == null || contact.ends().isAfter(now)) {
                reached.add(contact.unit());
            }
        }
        return reached;
    }

    private static Set<Gap> gaps(Unit unit, Set<Signing> signing, Set<UnitId> reached, boolean enoughSpecialists) {
        var gaps = EnumSet.noneOf(Gap.class);
        if (!signing.contains(new Signing(unit.id(), SigningLevel.DEPUTY))) {
            gaps.add(Gap.DEPUTY);
        }
        if (!signing.contains(new Signing(unit.id(), SigningLevel.HEAD))) {
            gaps.add(Gap.HEAD);
        }
        if (hasGovernment(unit) && !signing.contains(new Signing(unit.id(), SigningLevel.GOVERNMENT))) {
            gaps.add(Gap.GOVERNMENT);
        }
        if (!reached.contains(unit.id())) {
            gaps.add(Gap.DUTY_CONTACT);
        }
        if (unit.responsibleOffice() == null) {
            gaps.add(Gap.RESPONSIBLE_OFFICE);
        }
        if (unit.kind() == UnitKind.DEPARTMENT && !enoughSpecialists) {
            gaps.add(Gap.SPECIALISTS);
        }
        return gaps;
    }

    private static boolean hasGovernment(Unit unit) {
        return unit.kind() == UnitKind.PLATFORM && (unit.level() == UnitLevel.COUNTY || unit.level() == UnitLevel.PARK);
    }
}
