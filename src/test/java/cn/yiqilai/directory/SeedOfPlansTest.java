package cn.yiqilai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.access.Actor;
import cn.yiqilai.city.City;
import cn.yiqilai.city.Regions;
import cn.yiqilai.directory.sheet.DirectoryFiles;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The units that a fresh database begins with are those of the cities' plans. */
class SeedOfPlansTest {
    private static final Path SEED = Path.of("kb-seed");
    private static final Regions REGIONS = Regions.load(SEED.resolve("regions.txt"));

    /** 附件1 of 盐城市's plan, as it stands there. */
    private static final List<String> YANCHENG =
            List.of(("市发展改革委、市科学技术局、市工业和信息化局、市民政局、市财政局、市人社局、市自然资源和规划局、市生态环境局、市住房和城乡建设局、"
                            + "市交通运输局、市水利局、市农业农村局、市商务局、市文化广电和旅游局、市市场监管局、市地方金融监管局、市税务局")
                    .split("、"));

    /** 附件4 of 苏州市's plan, as it stands there. */
    private static final List<String> SUZHOU =
            List.of(("市委统战部(市工商联)、市发展和改革委员会、市教育局、市科学技术局、市工业和信息化局、市公安局、市民政局、市司法局、市财政局、"
                            + "市人力资源和社会保障局、市自然资源和规划局、市生态环境局、市住房和城乡建设局、市园林和绿化管理局、市城市管理局、"
                            + "市交通运输局、市水务局、市农业农村局、市商务局、市文化广电和旅游局、市卫生健康委员会、市退役军人事务局、"
                            + "市应急管理局、市行政审批局、市市场监督管理局、市体育局、市医疗保障局、市人民防空办公室、市地方金融监督管理局、"
                            + "市总工会、市残疾人联合会、苏州城市建设投资发展有限公司、市供销合作总社、市住房公积金管理中心、市税务局、市气象局、"
                            + "市邮政管理局、江苏省广电有线信息网络股份有限公司苏州分公司、国网苏州供电分公司、市烟草专卖局、"
                            + "中国人民银行苏州市中心支行、中国银行保险监督管理委员会苏州监管分局、苏州海关、苏州工业园区海关、市消防救援支队、"
                            + "中国铁路上海局集团有限公司苏州站、苏州银行、江苏省专用通信局苏州分局")
                    .split("、"));

    /** Named by entries, and no unit: a court, and whichever authority it was. */
    private static final Set<String> NO_UNIT = Set.of("人民法院", "行政复议机关", "作出许可的行政机关", "招投标行政监督部门");

    @Test
    void requirement_Y_61_the_seventeen_departments_of_annex_one_are_units() {
        var units = organisation("yancheng", "盐城市");

        assertThat(YANCHENG).hasSize(17);
        assertThat(ofSource(units, "000_542288d8169dd00e.txt 附件1")).containsExactlyInAnyOrderElementsOf(YANCHENG);
    }

    @Test
    void requirement_Z_23_the_forty_eight_units_of_annex_four_are_units() {
        var units = organisation("suzhou", "苏州市");

        assertThat(SUZHOU).hasSize(48);
        assertThat(SUZHOU).allSatisfy(name -> assertThat(units.meant(name))
                .as(name)
                .hasValueSatisfying(unit -> assertThat(unit.source()).endsWith("附件4")));
        assertThat(ofSource(units, "004_7ff73bd076514e19.txt 附件4")).hasSize(48);
    }

    @Test
    void the_departments_that_entries_name_are_units() throws IOException {
        var units = organisation("yancheng", "盐城市");

        assertThat(departmentsOfEntries())
                .contains("市税务局", "市人力资源和社会保障局", "12345平台")
                .allSatisfy(name -> assertThat(units.meant(name).isPresent() || NO_UNIT.contains(name))
                        .as(name)
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({"市税务局,国家税务总局盐城市税务局", "市人社局,市人力资源和社会保障局", "市发改委,市发展和改革委员会", "市市场监管局,市市场监督管理局", "12345平台,盐城市12345平台"})
    void one_office_of_two_names_is_one_unit(String one, String other) {
        var units = organisation("yancheng", "盐城市");

        assertThat(units.meant(one)).isPresent().isEqualTo(units.meant(other));
    }

    @ParameterizedTest
    @CsvSource({"yancheng,盐城市", "suzhou,苏州市", "shuangyashan,双鸭山市", "jiangsu,江苏省"})
    void every_citys_seed_is_sound_and_names_no_person(String profile, String place) {
        var units = organisation(profile, place);

        assertThat(units.all()).isNotEmpty().allSatisfy(unit -> {
            assertThat(unit.source()).isNotBlank();
            assertThat(unit.responsibleOffice()).isNull();
        });
        assertThat(SEED.resolve("directory").resolve(profile).resolve("leaders.csv"))
                .doesNotExist();
    }

    @Test
    void every_county_and_park_of_the_city_has_its_platform() {
        var units = organisation("yancheng", "盐城市");

        for (var region :
                List.of("亭湖区", "盐都区", "大丰区", "东台市", "建湖县", "射阳县", "阜宁县", "滨海县", "响水县", "盐城经济技术开发区", "盐南高新区")) {
            assertThat(units.all())
                    .as(region)
                    .anyMatch(unit -> unit.kind() == UnitKind.PLATFORM && region.equals(unit.region()));
        }
    }

    private static List<String> ofSource(Organisation units, String source) {
        return units.all().stream()
                .filter(unit -> source.equals(unit.source()))
                .map(Unit::name)
                .toList();
    }

    private static Organisation organisation(String profile, String place) {
        var records = new UnitsInMemory();
        var rules = new UnitRules(REGIONS, new City(profile, REGIONS.place(place), "test"));
        var file = SEED.resolve("directory").resolve(profile).resolve("units.csv");
        var plan = new Plan();
        var rows = new DirectoryFiles().read(file, DirectoryPart.UNITS);
        assertThat(rows).allSatisfy(row -> assertThat(row.errors()).isEmpty());
        var write = new UnitImport(records, rules)
                .plan(rows, new PartImport.Manner(false, false, Actor.SYSTEM, Instant.EPOCH), plan);
        assertThat(plan.report(DirectoryPart.UNITS, true, rows.size()).errors()).isEmpty();
        write.run();
        return new Organisation(records.all());
    }

    private static Set<String> departmentsOfEntries() throws IOException {
        var json = new ObjectMapper();
        var found = new TreeSet<String>();
        try (var files = Files.list(SEED.resolve("entries"))) {
            for (var file : files.toList()) {
                for (var line : Files.readAllLines(file)) {
                    var department = line.isBlank()
                            ? ""
                            : json.readTree(line).path("department").asText("");
                    if (!department.isEmpty() && !department.equals("null")) {
                        found.add(department);
                    }
                }
            }
        }
        return found;
    }
}
