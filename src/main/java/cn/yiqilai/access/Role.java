package cn.yiqilai.access;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody may do. The constants are the names used by {@code @RolesAllowed}. */
@Schema(name = "Role")
public enum Role {
    ENTERPRISE,
    AGENT,
    SPECIALIST,
    DEPARTMENT,
    EDITOR,
    REVIEWER,
    SUPERVISOR,
    ADMIN;

    /** The roles as names, for annotations. */
    public static final class Names {
        public static final String AGENT = "AGENT";
        public static final String SPECIALIST = "SPECIALIST";
        public static final String DEPARTMENT = "DEPARTMENT";
        public static final String EDITOR = "EDITOR";
        public static final String REVIEWER = "REVIEWER";
        public static final String SUPERVISOR = "SUPERVISOR";
        public static final String ADMIN = "ADMIN";

        private Names() {}
    }

    public static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }
}
