package cn.yiqilai.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {
    private static final Regions REGIONS = Regions.load(Path.of("kb-seed/regions.txt"));

    @TempDir
    Path folder;

    @Test
    void each_place_knows_the_way_up_to_the_nation() {
        var place = REGIONS.place("昆山市");

        assertThat(place.parent()).hasToString("苏州市");
        assertThat(place.parent().parent()).hasToString("江苏省");
        assertThat(place.parent().parent().parent()).hasToString("全国");
        assertThat(REGIONS.place(Regions.NATION).parent()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "全国,true",
        "江苏省,true",
        "江苏,true",
        "盐城市,true",
        "盐城,true",
        "亭湖区,false",
        "苏州市,false",
        "浙江省,false",
        "无名之地,false"
    })
    void what_holds_around_a_city_holds_in_it_and_nothing_else(String region, boolean holds) {
        assertThat(REGIONS.holds(region, REGIONS.place("盐城市"))).isEqualTo(holds);
    }

    @Test
    void a_district_has_the_rules_of_its_city() {
        assertThat(REGIONS.holds("盐城市", REGIONS.place("东台市"))).isTrue();
        assertThat(REGIONS.holds("东台市", REGIONS.place("盐城市"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "我在昆山有个厂,昆山市",
        "在苏州能不能办,苏州市",
        "江苏的最低工资,江苏省",
        "内蒙古来的员工,内蒙古自治区",
        "广西的分公司,广西壮族自治区",
        "香港股东,香港特别行政区",
        "盐城经济技术开发区的企业,盐城经济技术开发区",
        "盐城经开区的企业,盐城经济技术开发区",
        "上海市浦东新区,上海市|浦东新区",
        "从南京搬到盐城,南京市|盐城市"
    })
    void places_are_found_by_full_and_by_short_names(String sentence, String names) {
        assertThat(REGIONS.mentionedIn(sentence)).extracting(Place::name).containsExactly(names.split("\\|"));
    }

    @ParameterizedTest
    @CsvSource({"铜山区的厂,铜山区", "金湖县的店,金湖县", "静安区的公司,静安区", "大兴区的仓库,大兴区"})
    void risky_short_names_count_in_full_only(String sentence, String name) {
        assertThat(REGIONS.mentionedIn(sentence)).extracting(Place::name).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"大兴土木", "一路通州", "白银价格", "公司开封条", "日照时间不够", "静安一点", "东海的鱼", "高港口费", "", "试用期多久"})
    void everyday_words_are_no_places(String sentence) {
        assertThat(REGIONS.mentionedIn(sentence)).isEmpty();
    }

    @Test
    void the_longest_name_wins_and_is_not_read_twice() {
        assertThat(REGIONS.mentionedIn("苏州工业园区的政策")).extracting(Place::name).containsExactly("苏州工业园区");
    }

    @Test
    void a_place_named_twice_counts_once() {
        assertThat(REGIONS.mentionedIn("盐城和盐城市")).extracting(Place::name).containsExactly("盐城市");
    }

    @Test
    void what_is_no_place_is_not_found() {
        assertThat(REGIONS.find("无名之地")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REGIONS.place("无名之地"))
                .withMessageContaining("无名之地");
    }

    @Test
    void comments_aliases_and_spaces_are_understood() throws IOException {
        var regions = Regions.load(file("# 注释", "", " 全国:甲省, 乙乙省(老乙|小乙) ", "乙乙省:丙丙市!"));

        assertThat(regions.mentionedIn("老乙的厂")).extracting(Place::name).containsExactly("乙乙省");
        assertThat(regions.find("乙乙")).contains(regions.place("乙乙省"));
        // A name of one character would be found in every second sentence.
        assertThat(regions.find("甲")).isEmpty();
        assertThat(regions.find("丙丙")).isEmpty();
        assertThat(regions.find("丙丙市")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"无名省:某市", "江苏省盐城市", ":某市"})
    void a_line_whose_parent_is_unknown_is_named(String line) throws IOException {
        var file = file("全国:江苏省", line);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Regions.load(file))
                .withMessageContaining(file + " line 2")
                .withMessageContaining("parent");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Regions.load(folder.resolve("nowhere.txt")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nowhere.txt");
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("regions.txt"), List.of(lines));
    }
}
