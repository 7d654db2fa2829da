package cn.yiqilai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilingCodeImportTest {
    private final CodesInMemory codes = new CodesInMemory();
    private final UnitsInMemory units = new UnitsInMemory();
    private final FilingCodeImport sheet = new FilingCodeImport(codes, units);

    @Test
    void requirement_Y_36_the_1095_items_of_the_city_are_taken_in_one_sheet() {
        var rows = IntStream.rangeClosed(1, 1095)
                .mapToObj(i -> row(i + 1, "code", "g-" + i, "name", "归口" + i))
                .toList();

        assertThat(take(rows, false, false).created()).isEqualTo(1095);
        assertThat(take(rows, false, false).unchanged()).isEqualTo(1095);
    }

    @Test
    void a_parent_may_stand_below_its_children() {
        var report = take(
                List.of(row(2, "code", "1-1", "name", "发票", "parent", "1"), row(3, "code", "1", "name", "税费")),
                false,
                false);

        assertThat(report.errors()).isEmpty();
        assertThat(codes.get("1-1").parent()).isEqualTo("1");
    }

    @Test
    void a_circle_a_missing_parent_and_an_unknown_unit_are_told_row_by_row() {
        var report = take(
                List.of(
                        row(2, "code", "a", "name", "甲", "parent", "b"),
                        row(3, "code", "b", "name", "乙", "parent", "a"),
                        row(4, "code", "c", "name", "丙", "parent", "nobody"),
                        row(5, "code", "d", "name", "丁", "unit", "市水务局"),
                        row(6, "code", "e", "name", "戊"),
                        row(7, "code", "e", "name", "再次"),
                        row(8, "code", "f", "name", "己", "active", "也许")),
                false,
                false);

        assertThat(report.errors()).extracting(RowError::row).containsExactlyInAnyOrder(2, 3, 4, 5, 7, 8);
        assertThat(report.rejected()).isEqualTo(6);
        assertThat(codes.all()).isEmpty();
    }

    @Test
    void the_citys_first_own_sheet_puts_the_demonstration_out_of_use() {
        take(List.of(row(2, "code", "demo-1", "name", "演示")), false, true);

        var report = take(List.of(row(2, "code", "1", "name", "税费")), false, false);

        assertThat(report.retired()).isEqualTo(1);
        assertThat(codes.get("demo-1").active()).isFalse();
        assertThat(codes.get("demo-1").demo()).isTrue();
        assertThat(codes.get("1").demo()).isFalse();
    }

    @Test
    void a_complete_sheet_puts_out_of_use_what_it_does_not_name() {
        take(List.of(row(2, "code", "1", "name", "税费"), row(3, "code", "2", "name", "用工")), false, false);

        assertThat(take(List.of(row(2, "code", "1", "name", "税费")), false, false)
                        .retired())
                .isZero();
        assertThat(take(List.of(row(2, "code", "1", "name", "税费")), true, false).retired())
                .isEqualTo(1);
        assertThat(codes.get("2").active()).isFalse();
        assertThat(codes.get("2").version()).isEqualTo(2);
    }

    @Test
    void a_code_whose_parent_would_go_out_of_use_is_refused() {
        take(List.of(row(2, "code", "1", "name", "税费")), false, false);

        var report = take(List.of(row(2, "code", "1-1", "name", "发票", "parent", "1")), true, false);

        assertThat(report.errors()).extracting(RowError::field).containsExactly("parent");
        assertThat(codes.get("1").active()).isTrue();
    }

    private ImportReport take(List<ImportRow> rows, boolean complete, boolean demo) {
        var plan = new Plan();
        var write = sheet.plan(rows, new PartImport.Manner(complete, demo, Actor.SYSTEM, Instant.EPOCH), plan);
        if (plan.isSound()) {
            write.run();
        }
        return plan.report(DirectoryPart.FILING_CODES, false, rows.size());
    }

    private static ImportRow row(int number, String... cells) {
        Map<String, String> values = new HashMap<>();
        for (var i = 0; i < cells.length; i += 2) {
            values.put(cells[i], cells[i + 1]);
        }
        return new ImportRow(number, values, List.of());
    }

    private static final class CodesInMemory implements FilingCodeRecords {
        private final Map<String, FilingCode> codes = new TreeMap<>();

        FilingCode get(String code) {
            return codes.get(code);
        }

        @Override
        public Page<FilingCode> list(TableFilter filter, Page.Request page) {
            return new Page<>(all(), codes.size());
        }

        @Override
        public List<FilingCode> all() {
            return new ArrayList<>(codes.values());
        }

        @Override
        public TableCount count() {
            return new TableCount(codes.size(), 0, null);
        }

        @Override
        public void save(Collection<FilingCode> changed) {
            changed.forEach(code -> codes.put(code.code(), code));
        }
    }
}
