package cn.yiqilai.calendar;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.Settings;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Fills a database that has no notice yet with those of {@code kb-seed/calendar/<year>.json}, and one that has no office hours
 * with {@code office-hours.json}, in one transaction. Of several replicas that start together one fills and the others find
 * it done. Later notices are loaded by an administrator.
 *
 * <p>A file that is wrong stops the start and names itself.
 */
@ApplicationScoped
public class CalendarSeed {
    private static final Logger LOG = Logger.getLogger(CalendarSeed.class);
    private static final Pattern NOTICE = Pattern.compile("\\d{4}\\.json");
    private static final String OFFICE_HOURS = "office-hours.json";

    private final Settings settings;
    private final ObjectMapper json;
    private final CalendarRevision revision;
    private final NoticeRecords noticeRecords;
    private final HoursRecords hoursRecords;
    private final Notices notices;
    private final OfficeHoursEditing editing;

    CalendarSeed(
            Settings settings,
            ObjectMapper json,
            CalendarRevision revision,
            NoticeRecords noticeRecords,
            HoursRecords hoursRecords,
            Notices notices,
            OfficeHoursEditing editing) {
        this.settings = settings;
        this.json = json;
        this.revision = revision;
        this.noticeRecords = noticeRecords;
        this.hoursRecords = hoursRecords;
        this.notices = notices;
        this.editing = editing;
    }

    @Transactional
    void atStart(@Observes @Priority(190) StartupEvent event) {
        revision.lock();
        if (noticeRecords.inForce().isEmpty()) {
            noticeFiles().forEach(this::loadNotice);
        }
        if (hoursRecords.inForce().isEmpty()) {
            loadOfficeHours(settings.calendarSeed().resolve(OFFICE_HOURS));
        }
    }

    private List<Path> noticeFiles() {
        var folder = settings.calendarSeed();
        if (!Files.isDirectory(folder)) {
            LOG.warnf("There is no folder %s to load notices from: every day is provisional", folder.toAbsolutePath());
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file ->
                            NOTICE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private void loadNotice(Path file) {
        try {
            var loaded = notices.load(json.readValue(file.toFile(), NoticeForm.class), null, false, Actor.SYSTEM);
            LOG.infof(
                    "Notice of %d loaded: %d days",
                    loaded.notice().notice().year(),
                    loaded.notice().notice().days().size());
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read: " + e.getMessage(), e);
        } catch (ProblemException e) {
            throw wrong(file, e);
        }
    }

    private void loadOfficeHours(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            for (var form : json.readValue(file.toFile(), OfficeHoursForm[].class)) {
                var office = OfficeHoursRules.office(form.profile(), form.department());
                editing.write(office, OfficeHoursRules.schedules(form), 0, Actor.SYSTEM);
            }
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read: " + e.getMessage(), e);
        } catch (ProblemException e) {
            throw wrong(file, e);
        }
    }

    private static IllegalStateException wrong(Path file, ProblemException e) {
        var reasons = e.problem().errors().stream()
                .map(error -> error.field() + " " + error.message())
                .collect(Collectors.joining("; "));
        return new IllegalStateException(file + ": " + e.problem().detail() + " " + reasons, e);
    }
}
