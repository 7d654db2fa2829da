package cn.yiqilai.directory;

import cn.yiqilai.access.Actor;
import cn.yiqilai.city.City;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Fills an empty directory at start from {@code kb-seed/directory/<city>/}: the units that the city's plan names, and nobody's
 * name or number. Of several replicas that start together one fills and the others find it done.
 *
 * <p>With the embedded database there is something to try out as well: {@link DemoPeople}, and a handful of filing codes and
 * windows that are marked as demonstrations. A line that is wrong stops the start and names itself.
 */
@ApplicationScoped
class DirectorySeed {
    private static final Logger LOG = Logger.getLogger(DirectorySeed.class);

    private final Settings settings;
    private final City city;
    private final UnitRecords units;
    private final DirectorySheets sheets;
    private final DirectoryImport imports;
    private final DemoPeople people;
    private final Histories histories;

    DirectorySeed(
            Settings settings,
            City city,
            UnitRecords units,
            DirectorySheets sheets,
            DirectoryImport imports,
            DemoPeople people,
            Histories histories) {
        this.settings = settings;
        this.city = city;
        this.units = units;
        this.sheets = sheets;
        this.imports = imports;
        this.people = people;
        this.histories = histories;
    }

    @Transactional
    void atStart(@Observes @Priority(150) StartupEvent event) {
        histories.lock();
        if (!units.all().isEmpty()) {
            return;
        }
        var folder = settings.seed().resolve("directory").resolve(city.profile());
        var filled = load(folder.resolve("units.csv"), DirectoryPart.UNITS, false);
        if (!filled) {
            LOG.warnf("The directory is empty: there is no units.csv in %s", folder);
            return;
        }
        if (settings.embeddedDatabase()) {
            load(folder.resolve("demo-filing-codes.csv"), DirectoryPart.FILING_CODES, true);
            load(folder.resolve("demo-windows.csv"), DirectoryPart.WINDOWS, true);
            people.appear();
        }
    }

    /** @return whether the file was there */
    private boolean load(Path file, DirectoryPart part, boolean demo) {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            var order = new DirectoryImport.Order(part, file.getFileName().toString(), false, false, null);
            var report = imports.run(sheets.read(file, part), order, demo, Actor.SYSTEM);
            if (!report.applied()) {
                throw new IllegalStateException(file + ": " + reasons(report));
            }
            LOG.infof("The directory took %d rows from %s", report.created(), file.getFileName());
            return true;
        } catch (ProblemException e) {
            throw new IllegalStateException(file + ": " + e.problem().detail(), e);
        }
    }

    private static String reasons(ImportReport report) {
        return report.errors().stream()
                .map(error -> "row " + error.row() + " " + error.field() + " " + error.message())
                .collect(Collectors.joining("; "));
    }
}
