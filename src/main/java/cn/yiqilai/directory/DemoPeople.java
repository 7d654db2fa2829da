package cn.yiqilai.directory;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Actor;
import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.city.SigningLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * People who do not exist, for trying things out with the embedded database: every unit has a 演示分管领导, a 演示主要负责人 and
 * a 演示值班室 whose number is nobody's; county platforms have a 演示政府分管领导. The demo accounts get units to work for.
 */
@ApplicationScoped
class DemoPeople {
    private static final String NOBODYS_NUMBER = "0000-00000000";

    private final UnitRecords units;
    private final LeaderEditing leaders;
    private final DutyEditing duty;
    private final MembershipEditing memberships;
    private final Accounts accounts;

    DemoPeople(
            UnitRecords units,
            LeaderEditing leaders,
            DutyEditing duty,
            MembershipEditing memberships,
            Accounts accounts) {
        this.units = units;
        this.leaders = leaders;
        this.duty = duty;
        this.memberships = memberships;
        this.accounts = accounts;
    }

    void appear() {
        var organisation = new Organisation(units.all());
        organisation.all().forEach(this::people);
        employ("department", organisation.find(new UnitId("tax")));
        employ("department2", organisation.find(new UnitId("human-resources")));
        employ("specialist", organisation.find(new UnitId("tax")));
        employ(
                "county",
                organisation.all().stream().filter(DemoPeople::isCountyPlatform).findFirst());
    }

    private void people(Unit unit) {
        leader(unit, SigningLevel.DEPUTY, "演示分管领导");
        leader(unit, SigningLevel.HEAD, "演示主要负责人");
        if (unit.kind() == UnitKind.PLATFORM && unit.level() != UnitLevel.CITY) {
            leader(unit, SigningLevel.GOVERNMENT, "演示政府分管领导");
        }
        duty.create(new DutyForm(unit.id().value(), "演示值班室", NOBODYS_NUMBER, null, null, null, null), Actor.SYSTEM);
    }

    private void leader(Unit unit, SigningLevel level, String name) {
        leaders.create(
                new LeaderForm(unit.id().value(), level.name(), name, null, NOBODYS_NUMBER, null, null, null),
                Actor.SYSTEM);
    }

    private void employ(String username, Optional<Unit> unit) {
        var account = accounts.findByUsername(username)
                .map(Accounts.WithPassword::account)
                .filter(Account::demo);
        if (account.isPresent() && unit.isPresent()) {
            var id = account.get().id();
            var seen = memberships.of(id).version();
            var form = new MembershipForm(unit.get().id().value(), seen);
            memberships.assign(id, form, seen, Actor.SYSTEM);
        }
    }

    private static boolean isCountyPlatform(Unit unit) {
        return unit.kind() == UnitKind.PLATFORM && unit.level() == UnitLevel.COUNTY;
    }
}
