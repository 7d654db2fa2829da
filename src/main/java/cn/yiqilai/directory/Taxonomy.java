package cn.yiqilai.directory;

import cn.yiqilai.platform.FieldChecks;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A working copy of all filing codes, to check changes against what would then be there. */
final class Taxonomy {
    private final Map<String, FilingCode> codes = new TreeMap<>();
    /** The codes that an active one hangs below; null until somebody asks. */
    private @Nullable Set<String> parents;

    Taxonomy(Collection<FilingCode> codes) {
        codes.forEach(this::put);
    }

    void put(FilingCode code) {
        codes.put(code.code(), code);
        parents = null;
    }

    Optional<FilingCode> find(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    Collection<FilingCode> all() {
        return codes.values();
    }

    /** The parent must be there, and no code may be above itself. An active code hangs below an active one. */
    void check(FieldChecks checks, FilingCode code) {
        if (!code.active() && activeParents().contains(code.code())) {
            checks.refuse("active", "directory.code-has-children");
        }
        if (code.parent() == null) {
            return;
        }
        var parent = codes.get(code.parent());
        if (parent == null || code.active() && !parent.active()) {
            checks.refuse("parent", "directory.code-parent", code.parent());
        } else if (isBelowItself(code)) {
            checks.refuse("parent", "directory.parent-circle", String.valueOf(Organisation.DEEPEST));
        }
    }

    /** In a circle, or further down than anybody could follow. */
    private boolean isBelowItself(FilingCode code) {
        var steps = 0;
        for (var here = code; here != null; here = here.parent() == null ? null : codes.get(here.parent())) {
            if (++steps > Organisation.DEEPEST) {
                return true;
            }
        }
        return false;
    }

    private Set<String> activeParents() {
        var known = parents;
        if (known == null) {
            known = codes.values().stream()
                    .filter(FilingCode::active)
                    .map(FilingCode::parent)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toUnmodifiableSet());
            parents = known;
        }
        return known;
    }
}
