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
 * The matters that a database without any begins with: {@code three-way/<city>.jsonl} of the seed, one a line in the form of
 * {@link MatterForm}. Only what the city's plan really names stands there: 双鸭山 speaks of a list and does not annex it, so it
 * has no file; 盐城 names what is put through when the knowledge has no answer, and nothing that is put through at once.
 */
@ApplicationScoped
class MatterSeed {
    private final MatterRecords records;
    private final MatterRules rules;
    private final Switchboard switchboard;
    private final Settings settings;
    private final ObjectMapper json;

    MatterSeed(
            MatterRecords records, MatterRules rules, Switchboard switchboard, Settings settings, ObjectMapper json) {
        this.records = records;
        this.rules = rules;
        this.switchboard = switchboard;
        this.settings = settings;
        this.json = json;
    }

    @Transactional
    void atStart(@Observes @Priority(400) StartupEvent event) {
        var file = settings.seed().resolve("three-way").resolve(settings.city() + ".jsonl");
        if (!Files.exists(file)) {
            return;
        }
        switchboard.hold();
        if (records.all().isEmpty()) {
            read(file)
                    .forEach(form -> records.insert(rules.checked(form, Objects.requireNonNullElse(form.id(), ""), 1)));
        }
    }

    private List<MatterForm> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(this::form)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the matters of the seed cannot be read: " + file, e);
        }
    }

    private MatterForm form(String line) {
        try {
            return json.readValue(line, MatterForm.class);
        } catch (IOException e) {
            throw new UncheckedIOException("no matter: " + line, e);
        }
    }
}
