package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import java.time.Instant;
import java.util.UUID;

/** What a major project must look like. */
final class MajorProjectRules {
    private static final UUID NOBODY = new UUID(0, 0);

    private MajorProjectRules() {}

    /** The project without an id, at version 0; nothing of it may be used while the checks have an error. */
    static MajorProject check(FieldChecks checks, MajorProjectForm form) {
        return new MajorProject(
                NOBODY,
                checks.required("name", form.name(), 2, KeyEnterpriseRules.LONGEST_NAME),
                checks.optionalText("content", form.content(), KeyEnterpriseRules.LONGEST_TEXT),
                checks.optional("company", form.company(), KeyEnterpriseRules.LONGEST_NAME),
                ContactRules.creditCode(checks, form.creditCode()),
                checks.optionalText("address", form.address(), KeyEnterpriseRules.LONGEST_LINE),
                checks.optionalText("industry", form.industry(), KeyEnterpriseRules.LONGEST_LINE),
                checks.optionalText("authority", form.authority(), KeyEnterpriseRules.LONGEST_LINE),
                ContactRules.contact(checks, "liaison", form.liaison()),
                checks.optionalText("keyInformation", form.keyInformation(), KeyEnterpriseRules.LONGEST_TEXT),
                false,
                0,
                Instant.EPOCH);
    }
}
