package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a key enterprise must look like. */
final class KeyEnterpriseRules {
    static final int LONGEST_NAME = 120;
    static final int LONGEST_LINE = 200;
    static final int LONGEST_TEXT = 2000;
    private static final UUID NOBODY = new UUID(0, 0);

    static final Map<String, Sector> SECTORS = Map.of(
            "工业", Sector.INDUSTRY,
            "服务业", Sector.SERVICES,
            "建筑业", Sector.CONSTRUCTION,
            "农业", Sector.AGRICULTURE,
            "其他", Sector.OTHER);

    private KeyEnterpriseRules() {}

    /** The enterprise without an id, at version 0; nothing of it may be used while the checks have an error. */
    static KeyEnterprise check(FieldChecks checks, KeyEnterpriseForm form) {
        return new KeyEnterprise(
                NOBODY,
                checks.required("name", form.name(), 2, LONGEST_NAME),
                ContactRules.creditCode(checks, form.creditCode()),
                checks.constant("sector", form.sector(), Sector.class, SECTORS),
                stars(checks, form.stars()),
                checks.optionalText("address", form.address(), LONGEST_LINE),
                ContactRules.contact(checks, "legalRepresentative", form.legalRepresentative()),
                ContactRules.contact(checks, "liaison", form.liaison()),
                ContactRules.numbers(checks, "numbers", form.numbers()),
                checks.optionalText("scope", form.scope(), LONGEST_TEXT),
                checks.optionalText("authority", form.authority(), LONGEST_LINE),
                checks.optionalText("keyInformation", form.keyInformation(), LONGEST_TEXT),
                false,
                0,
                Instant.EPOCH);
    }

    /** As the sheet has it. */
    static String called(Sector sector) {
        return switch (sector) {
            case INDUSTRY -> "工业";
            case SERVICES -> "服务业";
            case CONSTRUCTION -> "建筑业";
            case AGRICULTURE -> "农业";
            case OTHER -> "其他";
        };
    }

    private static @Nullable Integer stars(FieldChecks checks, @Nullable Integer stars) {
        if (stars != null && (stars < KeyEnterprise.FEWEST_STARS || stars > KeyEnterprise.MOST_STARS)) {
            checks.refuse("stars", "directory.stars");
            return null;
        }
        return stars;
    }
}
