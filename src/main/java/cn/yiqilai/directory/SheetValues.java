package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.sheet.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands in cells. */
final class SheetValues {
    private static final Set<String> YES = Set.of("是", "true", "1", "y", "yes", "√");
    private static final Set<String> NO = Set.of("否", "false", "0", "n", "no", "×");

    private SheetValues() {}

    static boolean flag(FieldChecks checks, ImportRow row, String column, boolean absent) {
        var cell = row.cell(column);
        if (cell == null) {
            return absent;
        }
        var text = cell.toLowerCase(Locale.ROOT);
        if (!YES.contains(text) && !NO.contains(text)) {
            checks.refuse(column, "directory.import.flag");
        }
        return YES.contains(text);
    }

    static String flag(boolean value) {
        return value ? "是" : "否";
    }

    static @Nullable List<@Nullable String> list(ImportRow row, String column) {
        var cell = row.cell(column);
        return cell == null ? null : new ArrayList<>(Cells.split(cell));
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
