package cn.yiqilai.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the unit that somebody means. */
@ApplicationScoped
public class UnitNaming {
    private final Units units;

    UnitNaming(Units units) {
        this.units = units;
    }

    /** The unit in service of that id, name or alias. */
    public Optional<Unit> meant(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var word = text.strip();
        var byId = UnitId.isWellFormed(word) ? units.find(new UnitId(word)) : Optional.<Unit>empty();
        return byId.filter(unit -> !unit.retired()).or(() -> units.named(word));
    }
}
