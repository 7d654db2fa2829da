package cn.yiqilai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.city.City;
import cn.yiqilai.city.CityRules;
import cn.yiqilai.city.Regions;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.SettableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapsTest {
    private static final Regions REGIONS = Regions.load(Path.of("kb-seed/regions.txt"));

    @ParameterizedTest
    @CsvSource({"0,true", "2,true", "3,false", "5,false", "6,true"})
    void requirement_R_12_a_department_names_three_to_five_specialists(int named, boolean gap) {
        assertThat(hasGap("jiangsu", SomeUnit.department("tax", "市税务局", null), named))
                .isEqualTo(gap);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "1,false", "9,false"})
    void where_the_plan_names_no_number_one_specialist_is_wanted(int named, boolean gap) {
        assertThat(hasGap("yancheng", SomeUnit.department("tax", "市税务局", null), named))
                .isEqualTo(gap);
    }

    @Test
    void a_platform_needs_no_specialists() {
        assertThat(hasGap("jiangsu", SomeUnit.platform("city-platform", UnitLevel.CITY, null, null), 0))
                .isFalse();
    }

    private static boolean hasGap(String profile, Unit unit, int named) {
        var units = new UnitsInMemory();
        units.save(List.of(unit));
        var city = City.of(profile, CityRules.book(), REGIONS);
        var gaps = new Gaps(
                units,
                new NoLeaders(),
                new NoDuty(),
                new Named(unit.id(), named),
                new SpecialistNumber(CityRules.book(), city),
                SettableClock.at("2026-03-10T02:00:00Z"));
        return gaps.all().stream()
                .map(Gaps.Incomplete::gaps)
                .flatMap(Set::stream)
                .anyMatch(Gap.SPECIALISTS::equals);
    }

    private record NoLeaders() implements LeaderRecords {
        @Override
        public Optional<Leader> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public List<Leader> inOffice() {
            return List.of();
        }

        @Override
        public void save(Collection<Leader> leaders) {
            throw new UnsupportedOperationException();
        }
    }

    private record NoDuty() implements DutyRecords {
        @Override
        public Optional<DutyContact> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public List<DutyContact> inService() {
            return List.of();
        }

        @Override
        public List<DutyContact> ahead(UnitId unit, Instant from) {
            return List.of();
        }

        @Override
        public void save(Collection<DutyContact> contacts) {
            throw new UnsupportedOperationException();
        }
    }

    private record Named(UnitId unit, int number) implements SpecialistRecords {
        @Override
        public List<Specialist> inService() {
            return new ArrayList<>(IntStream.range(0, number)
                    .mapToObj(place -> new Specialist(
                            new UUID(0, place),
                            unit,
                            "演示专员" + place,
                            null,
                            SpecialistKind.CONSULTING,
                            "0000-00000000",
                            null,
                            List.of(),
                            null,
                            false,
                            1,
                            Instant.EPOCH))
                    .toList());
        }

        @Override
        public Optional<Specialist> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public Optional<Specialist> ofAccount(UUID account) {
            return Optional.empty();
        }

        @Override
        public List<Specialist> knowing(String topic) {
            return List.of();
        }

        @Override
        public Page<Specialist> list(SpecialistFilter filter, Page.Request page) {
            return new Page<>(List.of(), 0);
        }

        @Override
        public void save(Collection<Specialist> specialists) {
            throw new UnsupportedOperationException();
        }
    }
}
