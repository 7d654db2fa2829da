package cn.yiqilai.directory;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Actor;
import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.platform.Shanghai;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * People who do not exist, for trying things out with the embedded database: every unit has a 演示分管领导, a 演示主要负责人 and
 * a 演示值班室 whose number is nobody's; county platforms have a 演示政府分管领导. The demo accounts get units to work for. Two departments
 * have 演示专员 who are on duty for a year; a 演示重点企业 and a 演示重大项目 are known by numbers that are nobody's.
 */
@ApplicationScoped
class DemoPeople {
    private static final String NOBODYS_NUMBER = "0000-00000000";
    private static final Duration ON_DUTY = Duration.ofDays(365);

    private final UnitRecords units;
    private final LeaderEditing leaders;
    private final DutyEditing duty;
    private final MembershipEditing memberships;
    private final SpecialistEditing specialists;
    private final RotaEditing rota;
    private final KeyEnterpriseEditing enterprises;
    private final MajorProjectEditing projects;
    private final Clock clock;
    private final Accounts accounts;

    DemoPeople(
            UnitRecords units,
            LeaderEditing leaders,
            DutyEditing duty,
            MembershipEditing memberships,
            SpecialistEditing specialists,
            RotaEditing rota,
            KeyEnterpriseEditing enterprises,
            MajorProjectEditing projects,
            Clock clock,
            Accounts accounts) {
        this.units = units;
        this.leaders = leaders;
        this.duty = duty;
        this.memberships = memberships;
        this.specialists = specialists;
        this.rota = rota;
        this.enterprises = enterprises;
        this.projects = projects;
        this.clock = clock;
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
        experts(
                organisation.find(new UnitId("tax")),
                "specialist",
                List.of("增值税", "企业所得税", "印花税", "个人所得税", "研发费用加计扣除", "发票"));
        experts(
                organisation.find(new UnitId("human-resources")),
                null,
                List.of("劳动合同", "稳岗返还", "工伤认定", "劳动仲裁", "社保登记"));
        enterprise();
        project();
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

    private void experts(Optional<Unit> unit, @Nullable String account, List<String> topics) {
        if (unit.isPresent()) {
            var first = expert(unit.get(), "演示专员甲", SpecialistKind.CONSULTING, account, topics);
            var second = expert(unit.get(), "演示专员乙", SpecialistKind.CONSULTING, null, topics);
            expert(unit.get(), "演示专员丙", SpecialistKind.WINDOW, null, topics);
            topics.forEach(topic -> {
                duty(first, topic, 1);
                duty(second, topic, 2);
            });
        }
    }

    private Specialist expert(
            Unit unit, String name, SpecialistKind kind, @Nullable String account, List<String> topics) {
        var known = account == null
                ? null
                : accounts.findByUsername(account)
                        .map(Accounts.WithPassword::account)
                        .filter(Account::demo)
                        .map(Account::username)
                        .orElse(null);
        var form = new SpecialistForm(
                unit.id().value(),
                name,
                "演示职务",
                kind.name(),
                NOBODYS_NUMBER,
                null,
                new ArrayList<>(topics),
                known,
                null);
        return specialists.create(form, Actor.SYSTEM);
    }

    private void duty(Specialist specialist, String topic, int rank) {
        var begins = clock.instant();
        var form = new ShiftForm(
                specialist.id().toString(),
                topic,
                Shanghai.format(begins),
                Shanghai.format(begins.plus(ON_DUTY)),
                rank,
                null);
        rota.create(form, Actor.SYSTEM);
    }

    private void enterprise() {
        var form = new KeyEnterpriseForm(
                "盐城演示重点企业有限公司",
                null,
                Sector.INDUSTRY.name(),
                4,
                "演示路1号",
                new ContactForm("演示法定代表人", List.of("0000-00000001")),
                new ContactForm("演示联络人", List.of("0000-00000002")),
                List.of(),
                "演示产品的生产",
                "演示主管部门",
                "演示条目，不是真实企业",
                null);
        enterprises.create(form, Actor.SYSTEM);
    }

    private void project() {
        var form = new MajorProjectForm(
                "盐城演示重大项目",
                "演示厂房建设",
                "盐城演示项目有限公司",
                null,
                "演示路2号",
                "演示行业",
                "演示主管部门",
                new ContactForm("演示联络人", List.of("0000-00000003")),
                "演示条目，不是真实项目",
                null);
        projects.create(form, Actor.SYSTEM);
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
