package cn.yiqilai.handoff;

import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.Units;
import cn.yiqilai.platform.FieldChecks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a matter of the list must look like. Lengths are in code points. */
@ApplicationScoped
class MatterRules {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_SOURCE = 300;

    private final Units units;

    MatterRules(Units units) {
        this.units = units;
    }

    /** @throws cn.yiqilai.platform.ProblemException 400 with one row a problem */
    ThreeWayMatter checked(MatterForm form, String id, long version) {
        var checks = new FieldChecks("handoff.matter-invalid");
        if (!ID.matcher(id).matches()) {
            checks.refuse("id", "handoff.desk-id");
        }
        var name = checks.required("name", form.name(), 1, LONGEST_NAME);
        var topics = checks.list("topics", form.topics(), 1, LONGEST_NAME);
        var unit = unit(checks, form.unit());
        if (form.atOnce() == null) {
            checks.refuse("atOnce", "field.required");
        }
        var source = checks.optional("source", form.source(), LONGEST_SOURCE);
        checks.throwIfAny();
        return new ThreeWayMatter(
                id,
                name,
                topics,
                unit,
                Boolean.TRUE.equals(form.atOnce()),
                source,
                Objects.requireNonNullElse(form.active(), true),
                version);
    }

    /** Null when none was named, or it was refused. */
    @Nullable
    String unit(FieldChecks checks, @Nullable String raw) {
        var id = checks.optional("unit", raw, LONGEST_NAME);
        if (id == null) {
            return null;
        }
        var known = UnitId.isWellFormed(id)
                && units.find(new UnitId(id)).filter(unit -> !unit.retired()).isPresent();
        if (!known) {
            checks.refuse("unit", "handoff.unit-unknown");
            return null;
        }
        return id;
    }
}
