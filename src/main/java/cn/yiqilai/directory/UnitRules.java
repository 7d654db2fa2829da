package cn.yiqilai.directory;

import cn.yiqilai.city.City;
import cn.yiqilai.city.Regions;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the fields of a unit must look like, by themselves. Whether it fits among the others, {@link Organisation} knows. */
@ApplicationScoped
class UnitRules {
    static final String PROBLEM = "directory.invalid";

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_NAMES = 30;
    private static final int MOST_KEYWORDS = 100;

    static final Map<String, UnitKind> KINDS = Map.of(
            "平台", UnitKind.PLATFORM,
            "部门", UnitKind.DEPARTMENT,
            "下属单位", UnitKind.SUB_UNIT,
            "镇（街道）", UnitKind.TOWN,
            "企业", UnitKind.COMPANY);

    static final Map<String, UnitLevel> LEVELS = Map.of(
            "省级", UnitLevel.PROVINCE,
            "市级", UnitLevel.CITY,
            "县（市、区）级", UnitLevel.COUNTY,
            "园区", UnitLevel.PARK,
            "镇（街道）级", UnitLevel.TOWN);

    /**
     * A unit whose place in the tree is still to be found.
     *
     * @param unit without its parent, in service, at version 0
     * @param parent as it was written; null for none
     */
    record Draft(Unit unit, @Nullable String parent) {}

    private final Regions regions;
    private final City city;

    UnitRules(Regions regions, City city) {
        this.regions = regions;
        this.city = city;
    }

    /** Whoever belongs to another unit is put out of service here and made anew there. */
    static void requireSame(UnitId there, @Nullable String wanted) {
        if (wanted != null && !wanted.equals(there.value())) {
            throw Problem.invalidField("unit", "directory.unit-stays").asException();
        }
    }

    /** Nothing of the draft may be used while the checks have an error. */
    Draft check(FieldChecks checks, UnitForm form) {
        var id = checks.required("id", form.id(), 2, LONGEST_NAME);
        if (!id.isEmpty() && !UnitId.isWellFormed(id)) {
            checks.refuse("id", "directory.unit-id");
        }
        var unit = new Unit(
                UnitId.isWellFormed(id) ? new UnitId(id) : new UnitId("unnamed"),
                checks.required("name", form.name(), 2, LONGEST_NAME),
                checks.list("aliases", form.aliases(), 2, LONGEST_NAME, MOST_NAMES),
                needed(
                        checks,
                        "kind",
                        checks.constant("kind", form.kind(), UnitKind.class, KINDS),
                        form.kind(),
                        UnitKind.DEPARTMENT),
                needed(
                        checks,
                        "level",
                        checks.constant("level", form.level(), UnitLevel.class, LEVELS),
                        form.level(),
                        UnitLevel.CITY),
                null,
                region(checks, form.region()),
                checks.optional("territory", form.territory(), LONGEST_TEXT),
                checks.optionalText("duties", form.duties(), LONGEST_TEXT),
                checks.list("keywords", form.keywords(), 1, LONGEST_NAME, MOST_KEYWORDS),
                checks.optional("responsibleOffice", form.responsibleOffice(), LONGEST_NAME),
                checks.optional("source", form.source(), LONGEST_TEXT),
                false,
                0,
                Instant.EPOCH);
        return new Draft(unit, checks.optional("parent", form.parent(), LONGEST_NAME));
    }

    /** The full name of the place; null for the whole city. */
    private @Nullable String region(FieldChecks checks, @Nullable String raw) {
        var text = checks.optional("region", raw, LONGEST_NAME);
        if (text == null) {
            return null;
        }
        var place = regions.find(text);
        if (place.isEmpty()) {
            checks.refuse("region", "directory.region");
            return null;
        }
        return place.get().name().equals(city.place().name())
                ? null
                : place.get().name();
    }

    private static <E extends Enum<E>> E needed(
            FieldChecks checks, String field, @Nullable E value, @Nullable String raw, E instead) {
        if (value == null && (raw == null || raw.isBlank())) {
            checks.refuse(field, "field.required");
        }
        return value == null ? instead : value;
    }
}
