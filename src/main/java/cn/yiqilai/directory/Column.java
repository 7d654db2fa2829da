package cn.yiqilai.directory;

import java.util.List;

/**
 * A column of a sheet.
 *
 * @param name in the data: {@code responsibleOffice}
 * @param headings how people write it above the column; the first one is written in an export
 * @param required whether a sheet without it cannot be read
 */
public record Column(String name, List<String> headings, boolean required) {
    public Column {
        headings = List.copyOf(headings);
    }

    static Column required(String name, String... headings) {
        return new Column(name, List.of(headings), true);
    }

    static Column optional(String name, String... headings) {
        return new Column(name, List.of(headings), false);
    }

    boolean isHeaded(String heading) {
        return heading.equals(name) || headings.contains(heading);
    }
}
