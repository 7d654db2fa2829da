package cn.yiqilai.access;

import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.StorableText;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an account and a password must look like. Lengths are in code points. */
final class AccountRules {
    static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;
    private static final int FEWEST_CHARACTERS = 5;
    private static final int LONGEST_NAME = 40;
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final String PROBLEM = "access.invalid";

    /** What of a form may be stored as it is. */
    record Checked(String username, String displayName, Set<Role> roles) {}

    private AccountRules() {}

    /** @throws cn.yiqilai.platform.ProblemException 400 with one row a problem */
    static Checked forNew(AccountForm form) {
        var checks = new FieldChecks(PROBLEM);
        var username = checks.required("username", form.username(), 2, LONGEST_NAME);
        if (!username.isEmpty() && !USERNAME.matcher(username).matches()) {
            checks.refuse("username", "access.username");
        }
        var checked = new Checked(username, displayName(checks, form), roles(checks, form.roles()));
        checkPassword(checks, "password", form.password(), username);
        checks.throwIfAny();
        return checked;
    }

    /** @throws cn.yiqilai.platform.ProblemException 400 with one row a problem */
    static Checked forChange(AccountForm form, String username) {
        var checks = new FieldChecks(PROBLEM);
        if (form.username() != null && !form.username().equals(username)) {
            checks.refuse("username", "access.username-stays");
        }
        if (form.password() != null) {
            checks.refuse("password", "access.password-elsewhere");
        }
        var checked = new Checked(username, displayName(checks, form), roles(checks, form.roles()));
        checks.throwIfAny();
        return checked;
    }

    /** @throws cn.yiqilai.platform.ProblemException 400 about {@code field} */
    static String password(String field, @Nullable String password, String username) {
        var checks = new FieldChecks(PROBLEM);
        checkPassword(checks, field, password, username);
        checks.throwIfAny();
        return password == null ? "" : password;
    }

    private static String displayName(FieldChecks checks, AccountForm form) {
        return checks.required("displayName", form.displayName(), 1, LONGEST_NAME);
    }

    private static Set<Role> roles(FieldChecks checks, @Nullable List<@Nullable String> names) {
        var roles = EnumSet.noneOf(Role.class);
        for (var name : checks.list("roles", names, 1, LONGEST_NAME)) {
            var role = checks.constant("roles", name, Role.class, Map.of());
            if (role == Role.ENTERPRISE) {
                checks.refuse("roles", "access.role-of-enterprises");
            } else if (role != null) {
                roles.add(role);
            }
        }
        if (names == null || names.isEmpty()) {
            checks.refuse("roles", "access.no-role");
        }
        return roles;
    }

    private static void checkPassword(FieldChecks checks, String field, @Nullable String password, String username) {
        if (password == null || password.isEmpty()) {
            checks.refuse(field, "field.required");
        } else if (StorableText.length(password) < SHORTEST_PASSWORD
                || !StorableText.isStorable(password, LONGEST_PASSWORD)) {
            checks.refuse(
                    field,
                    "access.password-length",
                    String.valueOf(SHORTEST_PASSWORD),
                    String.valueOf(LONGEST_PASSWORD));
        } else if (password.codePoints().distinct().count() < FEWEST_CHARACTERS) {
            checks.refuse(field, "access.password-monotonous", String.valueOf(FEWEST_CHARACTERS));
        } else if (!username.isEmpty() && password.toLowerCase(Locale.ROOT).contains(username)) {
            checks.refuse(field, "access.password-names");
        }
    }
}
