package cn.yiqilai.knowledge.sheet;

import cn.yiqilai.knowledge.EntryForm;
import cn.yiqilai.platform.sheet.Cells;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header of a sheet: which column holds what. */
final class Columns {
    /** Our own column names, in the order of the export. */
    static final List<String> NAMES = List.of(
            "id",
            "question",
            "similar",
            "negative",
            "answer",
            "shortAnswer",
            "spokenAnswer",
            "topic",
            "keywords",
            "issuer",
            "documentNumber",
            "documentTitle",
            "issuedOn",
            "url",
            "validFrom",
            "validUntil",
            "region",
            "audience",
            "department",
            "basis",
            "supersedes",
            "caveat");

    private static final Set<String> REQUIRED = Set.of("id", "question", "answer");

    /** The sheet of 附件2, of which subject and content are needed. */
    private static final Set<String> ANNEX = Set.of("序号", "信息主题", "发文单位", "发文日期", "信息查询网址", "信息内容");

    private static final Set<String> ANNEX_REQUIRED = Set.of("信息主题", "信息内容");
    /** What people write into a cell that has nothing to say. */
    private static final Set<String> NOTHING = Set.of("无", "/", "-", "—", "——");

    private final List<String> header;
    private final Map<String, Integer> places = new HashMap<>();
    private final boolean annex;

    private Columns(List<String> header, boolean annex) {
        this.header = header;
        this.annex = annex;
        for (var i = 0; i < header.size(); i++) {
            places.putIfAbsent(header.get(i), i);
        }
    }

    /** Null when these cells are no header. */
    static @Nullable Columns of(List<String> cells) {
        var header = cells.stream().map(String::strip).toList();
        if (header.containsAll(REQUIRED)) {
            return new Columns(header, false);
        }
        return header.containsAll(ANNEX_REQUIRED) ? new Columns(header, true) : null;
    }

    /** Names in the header that mean nothing here, or that stand there twice. */
    List<String> unknown() {
        var known = annex ? ANNEX : Set.copyOf(NAMES);
        return header.stream()
                .filter(name -> !name.isEmpty())
                .filter(name -> !known.contains(name) || header.indexOf(name) != header.lastIndexOf(name))
                .distinct()
                .toList();
    }

    /** The name of the column at that place, for reports. */
    String name(int place) {
        return place < header.size() ? header.get(place) : "";
    }

    EntryForm form(List<String> cells) {
        return annex ? annexForm(cells) : ownForm(cells);
    }

    private EntryForm ownForm(List<String> cells) {
        return new EntryForm(
                cell(cells, "id"),
                cell(cells, "question"),
                list(cells, "similar"),
                list(cells, "negative"),
                cell(cells, "answer"),
                cell(cells, "shortAnswer"),
                cell(cells, "spokenAnswer"),
                cell(cells, "topic"),
                list(cells, "keywords"),
                cell(cells, "issuer"),
                cell(cells, "documentNumber"),
                cell(cells, "documentTitle"),
                day(cells, "issuedOn"),
                cell(cells, "url"),
                day(cells, "validFrom"),
                day(cells, "validUntil"),
                cell(cells, "region"),
                list(cells, "audience"),
                cell(cells, "department"),
                list(cells, "basis"),
                cell(cells, "supersedes"),
                cell(cells, "caveat"),
                null);
    }

    private EntryForm annexForm(List<String> cells) {
        var subject = cell(cells, "信息主题");
        return new EntryForm(
                subject == null ? null : annexId(subject),
                subject,
                null,
                null,
                cell(cells, "信息内容"),
                null,
                null,
                subject,
                null,
                said(cell(cells, "发文单位")),
                null,
                null,
                said(day(cells, "发文日期")),
                said(cell(cells, "信息查询网址")),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same subject has the same id in every sheet. */
    static String annexId(String subject) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return "fj2-" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable String cell(List<String> cells, String column) {
        var place = places.get(column);
        if (place == null || place >= cells.size()) {
            return null;
        }
        var text = Cells.unescape(cells.get(place).strip());
        return text.isEmpty() ? null : text;
    }

    private @Nullable List<String> list(List<String> cells, String column) {
        var text = cell(cells, column);
        return text == null ? null : Cells.split(text);
    }

    private @Nullable String day(List<String> cells, String column) {
        var text = cell(cells, column);
        return text == null ? null : Cells.day(text);
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || NOTHING.contains(text) ? null : text;
    }
}
