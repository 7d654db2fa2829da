package cn.yiqilai.retrieval;

import cn.yiqilai.retrieval.QuestionIndex.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A file with what {@link Catalog} and {@link Respelling} hold, so that a start does not analyse every text again. It is only
 * ever a shortcut: when it is absent, damaged, of another format or made with something else, everything is made from the
 * texts as before.
 *
 * <p>It may lag behind the index and the database: whoever reads it is told up to which change it has come and takes in the
 * targets that changed since.
 */
final class StoredForms {
    private static final Logger LOG = Logger.getLogger(StoredForms.class);
    private static final int MAGIC = 0x59514C46;
    /** Raised when {@link Documents} or {@link Catalog} change what is kept, or the file's layout does. */
    private static final int VERSION = 1;

    private final @Nullable Path file;

    private StoredForms(@Nullable Path file) {
        this.file = file;
    }

    static StoredForms in(Path file) {
        return new StoredForms(file);
    }

    /** Keeps nothing: for knowledge that is thrown away. */
    static StoredForms nowhere() {
        return new StoredForms(null);
    }

    /**
     * Fills both.
     *
     * @param madeWith names the analyzer and the year in which it read
     * @return how far the file had come; null when it is of no use, then both are to be filled from the texts
     */
    @Nullable
    State read(String madeWith, Catalog catalog, Respelling respelling) {
        if (file == null) {
            return null;
        }
        try (var in = FormsInput.open(file)) {
            if (in.number() != MAGIC || in.number() != VERSION || !in.text().equals(madeWith)) {
                LOG.info("The stored forms were made with something else and are made anew");
                return null;
            }
            var state = state(in);
            catalog.read(in);
            respelling.read(in);
            return state;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException | RuntimeException e) {
            LOG.warnf("The stored forms are damaged and are made anew: %s", e.getMessage());
            return null;
        }
    }

    /** A file that cannot be written costs the next start its time, and nothing else. */
    void write(String madeWith, State state, Catalog catalog, Respelling respelling) {
        if (file == null) {
            return;
        }
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            try (var out = new FormsOutput(fresh)) {
                out.number(MAGIC);
                out.number(VERSION);
                out.text(madeWith);
                out.number(state.change());
                out.text(state.moment() == null ? null : state.moment().toString());
                catalog.write(out);
                respelling.write(out);
                out.finish();
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warnf("The forms cannot be stored in %s: %s", file, e.getMessage());
        }
    }

    private static State state(FormsInput in) {
        var change = in.longNumber();
        var moment = in.textOrNone();
        return new State(change, moment == null ? null : Instant.parse(moment));
    }
}
