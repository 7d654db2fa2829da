package cn.yiqilai.handoff;

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
import java.util.Objects;

/**
 * The desks that a database without any begins with: {@code desks.jsonl} of the seed, a desk a line in the form of {@link
 * DeskForm}. With an external database nobody works at them yet; the demo agents of an embedded one do.
 */
@ApplicationScoped
class DeskSeed {
    private static final String FILE = "desks.jsonl";

    private final DeskRecords records;
    private final DeskRules rules;
    private final Switchboard switchboard;
    private final Settings settings;
    private final ObjectMapper json;

    DeskSeed(DeskRecords records, DeskRules rules, Switchboard switchboard, Settings settings, ObjectMapper json) {
        this.records = records;
        this.rules = rules;
        this.switchboard = switchboard;
        this.settings = settings;
        this.json = json;
    }

    @Transactional
    void atStart(@Observes @Priority(400) StartupEvent event) {
        var file = settings.seed().resolve(FILE);
        if (!Files.exists(file)) {
            return;
        }
        switchboard.hold();
        if (records.all().isEmpty()) {
            read(file).forEach(this::insert);
        }
    }

    private List<DeskForm> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(this::form)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the desks of the seed cannot be read: " + file, e);
        }
    }

    private DeskForm form(String line) {
        try {
            return json.readValue(line, DeskForm.class);
        } catch (IOException e) {
            throw new UncheckedIOException("no desk: " + line, e);
        }
    }

    private void insert(DeskForm form) {
        records.insert(rules.checked(withAgents(form, agents(form)), Objects.requireNonNullElse(form.id(), ""), 1));
    }

    /** Demo accounts that are still there and were not disabled. */
    private List<String> agents(DeskForm form) {
        var named = settings.embeddedDatabase() ? form.agents() : null;
        return named == null ? List.of() : named.stream().filter(rules::isAgent).toList();
    }

    private static DeskForm withAgents(DeskForm form, List<String> agents) {
        return new DeskForm(
                form.id(),
                form.name(),
                form.audience(),
                form.topics(),
                form.hours(),
                form.office(),
                form.capacity(),
                form.active(),
                agents,
                form.version());
    }
}
