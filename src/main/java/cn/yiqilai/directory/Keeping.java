package cn.yiqilai.directory;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * How a record is made, changed and put out of service, the same in every part of the directory: one at a time, by the version
 * that was seen, with a line in the ledger. Used inside a transaction.
 */
final class Keeping<T extends Kept<T>> {
    private final Ledger ledger;
    private final Function<UUID, Optional<T>> records;
    private final BiConsumer<T, Optional<T>> save;
    private final Function<T, Object> view;
    private final BiFunction<T, Actor, Past> past;
    private final Supplier<ProblemException> unknown;

    /**
     * @param save takes what is to be and what was before it, if anything; throws a {@link ProblemException} when it does not go
     *     with the others
     * @param view what is shown to whoever has seen an older version
     */
    Keeping(
            Ledger ledger,
            Function<UUID, Optional<T>> records,
            BiConsumer<T, Optional<T>> save,
            Function<T, Object> view,
            BiFunction<T, Actor, Past> past,
            Supplier<ProblemException> unknown) {
        this.ledger = ledger;
        this.records = records;
        this.save = save;
        this.view = view;
        this.past = past;
        this.unknown = unknown;
    }

    /** @param wanted asked for when nobody else can change the directory any more */
    T create(Supplier<T> wanted, Actor actor) {
        var now = ledger.open();
        return write(wanted.get().numbered(UUID.randomUUID(), 1, now), Optional.empty(), "create", actor);
    }

    /**
     * The same content again changes nothing.
     *
     * @param wanted the new content, of the record as it is
     */
    T edit(UUID id, long version, UnaryOperator<T> wanted, Actor actor) {
        var now = ledger.open();
        var before = known(id, version);
        if (before.retired()) {
            throw Problem.conflict("directory.retired").asException();
        }
        var after = wanted.apply(before).numbered(id, before.version(), before.updatedAt());
        return after.equals(before)
                ? before
                : write(after.numbered(id, version + 1, now), Optional.of(before), "edit", actor);
    }

    T retire(UUID id, long version, Actor actor) {
        var now = ledger.open();
        var before = known(id, version);
        return before.retired()
                ? before
                : write(before.asRetired().numbered(id, version + 1, now), Optional.of(before), "retire", actor);
    }

    private T known(UUID id, long version) {
        var found = records.apply(id).orElseThrow(unknown);
        Ledger.requireVersion(found.version(), version, view.apply(found));
        return found;
    }

    private T write(T after, Optional<T> before, String deed, Actor actor) {
        save.accept(after, before);
        ledger.enter(past.apply(after, actor), deed);
        return after;
    }
}
