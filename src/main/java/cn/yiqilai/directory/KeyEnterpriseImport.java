package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Key enterprises by the sheet, 附件4 as it is. A credit code is one enterprise, else a name. What that sheet has no column for stays
 * as it is where its cell is empty: credit code, sector, stars, further numbers.
 */
@ApplicationScoped
class KeyEnterpriseImport implements PartImport {
    /** A row that is sound by itself, and what it is about. */
    private record Read(
            int row, KeyEnterprise enterprise, @Nullable KeyEnterprise known) {}

    private final KeyEnterpriseRecords records;

    KeyEnterpriseImport(KeyEnterpriseRecords records) {
        this.records = records;
    }

    @Override
    public DirectoryPart part() {
        return DirectoryPart.KEY_ENTERPRISES;
    }

    @Override
    public Runnable plan(List<ImportRow> rows, Manner manner, Plan plan) {
        var there = records.inService();
        var read = read(rows, there, plan);
        var claims = new WhitelistClaims();
        var inSheet = new HashSet<UUID>();
        for (var one : read) {
            if (one.known() != null) {
                inSheet.add(one.known().id());
            }
        }
        there.stream()
                .filter(enterprise -> !inSheet.contains(enterprise.id()))
                .forEach(enterprise -> claims.keep(enterprise.whitelist()));
        var changed = new ArrayList<KeyEnterprise>();
        for (var one : read) {
            if (isAlone(one, claims, plan)) {
                plan.settle(one.enterprise(), one.known(), manner, KeyEnterpriseEditing::past, changed);
            }
        }
        return () -> records.save(changed);
    }

    private static List<Read> read(List<ImportRow> rows, List<KeyEnterprise> there, Plan plan) {
        Map<String, KeyEnterprise> byCode = new HashMap<>();
        Map<String, KeyEnterprise> byName = new HashMap<>();
        for (var enterprise : there) {
            byName.put(UnitName.normal(enterprise.name()), enterprise);
            if (enterprise.creditCode() != null) {
                byCode.put(enterprise.creditCode(), enterprise);
            }
        }
        var read = new ArrayList<Read>();
        for (var row : rows) {
            var checks = new FieldChecks(UnitRules.PROBLEM);
            var enterprise = KeyEnterpriseRules.check(checks, form(checks, row));
            var named = byName.get(UnitName.normal(enterprise.name()));
            var coded = enterprise.creditCode() == null ? null : byCode.get(enterprise.creditCode());
            if (named != null && !mayBe(enterprise, named, coded)) {
                checks.refuse("creditCode", "directory.enterprise-other-code");
            }
            var known = coded == null ? named : coded;
            if (plan.accept(row.number(), checks)) {
                read.add(new Read(row.number(), known == null ? enterprise : enterprise.completedBy(known), known));
            }
        }
        return read;
    }

    /** The one of that name is the one of that code, or has none yet. */
    private static boolean mayBe(KeyEnterprise wanted, KeyEnterprise named, @Nullable KeyEnterprise coded) {
        return coded == null
                ? wanted.creditCode() == null || named.creditCode() == null
                : coded.id().equals(named.id());
    }

    private static boolean isAlone(Read one, WhitelistClaims claims, Plan plan) {
        var enterprise = one.enterprise();
        var code = enterprise.creditCode();
        return plan.isFirst(one.row(), "name", "name:" + UnitName.normal(enterprise.name()))
                && (code == null || plan.isFirst(one.row(), "creditCode", "code:" + code))
                && claims.claim(
                        one.row(),
                        List.of(
                                new WhitelistClaims.Claim(
                                        "legalRepresentative",
                                        enterprise.legalRepresentative().numbers()),
                                new WhitelistClaims.Claim(
                                        "liaison", enterprise.liaison().numbers()),
                                new WhitelistClaims.Claim("numbers", enterprise.numbers())),
                        plan);
    }

    private static KeyEnterpriseForm form(FieldChecks checks, ImportRow row) {
        return new KeyEnterpriseForm(
                row.cell("name"),
                row.cell("creditCode"),
                row.cell("sector"),
                stars(checks, row.cell("stars")),
                row.cell("address"),
                ContactCell.read(row.cell("legalRepresentative")),
                ContactCell.read(row.cell("liaison")),
                ContactCell.numbers(row.cell("numbers")),
                row.cell("scope"),
                row.cell("authority"),
                row.cell("keyInformation"),
                null);
    }

    /** {@code 4}, {@code 四星级} or {@code ★★★★}. */
    private static @Nullable Integer stars(FieldChecks checks, @Nullable String cell) {
        if (cell == null) {
            return null;
        }
        return switch (cell.replaceAll("[\\s级]", "").replaceAll("星$", "")) {
            case "3", "三", "★★★" -> 3;
            case "4", "四", "★★★★" -> 4;
            case "5", "五", "★★★★★" -> 5;
            default -> {
                checks.refuse("stars", "directory.stars");
                yield null;
            }
        };
    }
}
