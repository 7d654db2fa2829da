package cn.yiqilai.directory;

import static cn.yiqilai.directory.SomeUnit.department;
import static cn.yiqilai.directory.SomeUnit.platform;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrganisationTest {
    private final Organisation organisation = new Organisation(List.of(
            platform("city-platform", UnitLevel.CITY, null, null),
            platform("dongtai-platform", UnitLevel.COUNTY, "city-platform", "东台市"),
            department("tax", "市税务局", "city-platform", "国家税务总局盐城市税务局"),
            department("finance", "市财政局", "city-platform")));

    @Test
    void a_unit_is_meant_by_its_id_its_name_or_an_alias_however_it_is_spaced() {
        assertThat(organisation.meant("tax")).isPresent();
        assertThat(organisation.meant(" 市 税务局 ")).isEqualTo(organisation.meant("tax"));
        assertThat(organisation.meant("国家税务总局盐城市税务局")).isEqualTo(organisation.meant("tax"));
        assertThat(organisation.meant("市水务局")).isEmpty();
    }

    @Test
    void what_fits_is_left_in_peace() {
        assertThat(wrong(department("water", "市水利局", "city-platform", "盐城市水利局")))
                .isEmpty();
    }

    @Test
    void a_name_or_alias_of_somebody_else_is_refused() {
        assertThat(wrong(department("revenue", "市税务局", "city-platform"))).containsExactly("name");
        assertThat(wrong(department("revenue", "市国税局", "city-platform", "市财政局")))
                .containsExactly("aliases");
        assertThat(wrong(department("revenue", "国家税务总局 盐城市税务局", "city-platform")))
                .containsExactly("name");
    }

    @Test
    void the_name_of_a_retired_unit_is_free_again() {
        organisation.put(organisation.find(new UnitId("tax")).orElseThrow().retired(true));

        assertThat(wrong(department("revenue", "市税务局", "city-platform"))).isEmpty();
    }

    @Test
    void nobody_is_below_himself() {
        organisation.put(department("a1", "甲局", "c1"));
        organisation.put(department("b1", "乙局", "a1"));

        assertThat(wrong(department("c1", "丙局", "b1"))).containsExactly("parent");
    }

    @Test
    void a_parent_must_be_in_service_and_not_narrower() {
        assertThat(wrong(department("water", "市水利局", "nobody"))).containsExactly("parent");
        assertThat(wrong(department("water", "市水利局", "dongtai-platform"))).containsExactly("level");
        organisation.put(organisation.find(new UnitId("finance")).orElseThrow().retired(true));
        assertThat(wrong(department("water", "市水利局", "finance"))).containsExactly("parent");
    }

    @Test
    void a_unit_may_not_become_narrower_than_those_below_it() {
        organisation.put(department("office", "市税务局稽查局", "tax"));
        var narrow =
                SomeUnit.unit("tax", "市税务局", UnitKind.DEPARTMENT, UnitLevel.COUNTY, "city-platform", null, List.of());

        assertThat(wrong(narrow)).containsExactly("level");
    }

    @Test
    void twenty_levels_are_deep_enough() {
        String parent = "city-platform";
        for (var depth = 1; depth < Organisation.DEEPEST; depth++) {
            var unit = department("d" + depth + "-x", "第" + depth + "层", parent);
            assertThat(wrong(unit)).as("depth %d", depth).isEmpty();
            parent = unit.id().value();
        }

        assertThat(wrong(department("deeper", "更深一层", parent))).containsExactly("parent");
    }

    @Test
    void a_region_has_one_platform_but_any_number_of_parks() {
        assertThat(wrong(platform("dongtai-second", UnitLevel.COUNTY, "city-platform", "东台市")))
                .containsExactly("region");
        assertThat(wrong(platform("dongtai-park", UnitLevel.PARK, "city-platform", "东台市")))
                .isEmpty();
        assertThat(wrong(platform("dongtai-port", UnitLevel.PARK, "city-platform", "东台市")))
                .isEmpty();
    }

    @Test
    void who_has_units_below_him_is_not_retired() {
        var platform =
                organisation.find(new UnitId("city-platform")).orElseThrow().retired(true);

        assertThat(wrong(platform)).containsExactly("retired");
    }

    private List<String> wrong(Unit unit) {
        organisation.put(unit);
        var checks = new FieldChecks(UnitRules.PROBLEM);
        organisation.check(checks, unit);
        return checks.errors().stream().map(FieldError::field).toList();
    }
}
