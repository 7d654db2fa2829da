package cn.yiqilai.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.access.Actor;
import cn.yiqilai.calendar.CalendarEdition;
import cn.yiqilai.calendar.Calendars;
import cn.yiqilai.calendar.WorkCalendars;
import cn.yiqilai.city.CityRules;
import cn.yiqilai.city.FallbackSwitch;
import cn.yiqilai.city.FallbackSwitches;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.RuleTexts;
import cn.yiqilai.city.ServiceRulesArchive;
import cn.yiqilai.city.WrittenRules;
import cn.yiqilai.platform.FixedSettings;
import cn.yiqilai.platform.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Until when a missed contact is to be called back, by the rules of each city. */
class CallBackRuleTest {
    /** 三(六): 时限不超过24小时, counted through the night and the holidays (reading A20). */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void requirement_S_25_in_shuangyashan_it_is_twenty_four_hours_holiday_or_not(Kind kind) {
        var holiday = WorkCalendars.at("2026-10-01T20:15");

        assertThat(rule("shuangyashan", null).due(kind, holiday)).isEqualTo(WorkCalendars.at("2026-10-02T20:15"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yancheng", "jiangsu", "suzhou"})
    void where_the_rules_are_silent_nothing_is_put_in_their_place(String city) {
        assertThat(rule(city, null).due(Kind.CONSULT, WorkCalendars.at("2026-03-10T20:15")))
                .isNull();
    }

    @Test
    void an_operator_who_falls_back_on_a_city_with_a_rule_gets_its_twenty_four_hours() {
        assertThat(rule("yancheng", "shuangyashan").due(Kind.CONSULT, WorkCalendars.at("2026-03-10T20:15")))
                .isEqualTo(WorkCalendars.at("2026-03-11T20:15"));
    }

    private static CallBackRule rule(String city, @Nullable String fallback) {
        var settings = new FixedSettings() {
            @Override
            public String city() {
                return city;
            }
        };
        var clock = SettableClock.at("2026-03-10T02:00:00Z");
        var archive = new ServiceRulesArchive(CityRules.book(), new NoTexts(), new Switch(fallback), clock);
        return new CallBackRule(archive, new Notices2026(), settings);
    }

    private static final class Notices2026 implements Calendars {
        @Override
        public CalendarEdition inForce() {
            return new CalendarEdition(List.of(WorkCalendars.notice(2026)), Map.of(), WorkCalendars.STATUTORY);
        }

        @Override
        public CalendarEdition inForceUntilCommit() {
            return inForce();
        }
    }

    private static final class NoTexts implements RuleTexts {
        @Override
        public void keep(WrittenRules rules, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> find(String version) {
            return Optional.empty();
        }
    }

    private record Switch(@Nullable String fallback) implements FallbackSwitches {
        @Override
        public boolean add(FallbackSwitch decision) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<FallbackSwitch> of(String profile) {
            return List.of();
        }

        @Override
        public Optional<FallbackSwitch> inForce(String profile, Instant at) {
            return Optional.ofNullable(fallback)
                    .map(other -> new FallbackSwitch(profile, 1, other, at, at, Actor.SYSTEM, "试行"));
        }
    }
}
