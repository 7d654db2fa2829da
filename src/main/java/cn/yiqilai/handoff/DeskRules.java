package cn.yiqilai.handoff;

import cn.yiqilai.access.Account;
import cn.yiqilai.access.Role;
import cn.yiqilai.access.postgres.Accounts;
import cn.yiqilai.platform.FieldChecks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a desk must look like. Lengths are in code points. */
@ApplicationScoped
class DeskRules {
    /** When a desk is open. */
    @Schema(name = "DeskHours")
    public enum Hours {
        ALWAYS,
        OFFICE
    }

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TOPIC = 60;
    private static final int USUAL_CAPACITY = 3;
    private static final int MOST_AT_ONCE = 20;
    private static final int MOST_AGENTS = 500;

    private final Accounts accounts;

    DeskRules(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @throws cn.yiqilai.platform.ProblemException 400 with one row a problem */
    Desk checked(DeskForm form, String id, long version) {
        var checks = new FieldChecks("handoff.desk-invalid");
        if (!ID.matcher(id).matches()) {
            checks.refuse("id", "handoff.desk-id");
        }
        var name = checks.required("name", form.name(), 1, LONGEST_NAME);
        var audience = wanted(checks, "audience", form.audience(), Audience.class);
        var hours = wanted(checks, "hours", form.hours(), Hours.class);
        var topics = checks.list("topics", form.topics(), 1, LONGEST_TOPIC);
        var office = Objects.requireNonNullElse(checks.optional("office", form.office(), LONGEST_NAME), "");
        var agents = agents(checks, form.agents());
        var capacity = Objects.requireNonNullElse(form.capacity(), USUAL_CAPACITY);
        if (capacity < 1 || capacity > MOST_AT_ONCE) {
            checks.refuse("capacity", "handoff.desk-capacity", String.valueOf(MOST_AT_ONCE));
        }
        checks.throwIfAny();
        return new Desk(
                id,
                name,
                Objects.requireNonNull(audience),
                topics,
                hours == Hours.ALWAYS,
                office,
                capacity,
                Objects.requireNonNullElse(form.active(), true),
                agents,
                version);
    }

    private static <E extends Enum<E>> @Nullable E wanted(
            FieldChecks checks, String field, @Nullable String raw, Class<E> type) {
        if (raw == null || raw.isBlank()) {
            checks.refuse(field, "field.required");
            return null;
        }
        return checks.constant(field, raw, type, Map.of());
    }

    /** Accounts with the role of an agent that can log in. */
    private Set<UUID> agents(FieldChecks checks, @Nullable List<@Nullable String> names) {
        var agents = new HashSet<UUID>();
        for (var name : checks.list("agents", names, 1, LONGEST_NAME, MOST_AGENTS)) {
            agent(name)
                    .ifPresentOrElse(
                            account -> agents.add(account.id()),
                            () -> checks.refuse("agents", "handoff.no-agent", name));
        }
        return agents;
    }

    boolean isAgent(@Nullable String username) {
        return username != null && agent(username).isPresent();
    }

    private Optional<Account> agent(String username) {
        return accounts.findByUsername(username)
                .map(Accounts.WithPassword::account)
                .filter(account -> account.roles().contains(Role.AGENT));
    }
}
