package cn.yiqilai.knowledge;

import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Reads the files a knowledge base begins with. Every method throws {@link IllegalStateException} with file, line and
 * reason when a line is wrong.
 */
@ApplicationScoped
class SeedFolder {
    private static final Logger LOG = Logger.getLogger(SeedFolder.class);

    private final ImportFiles files;
    private final ObjectMapper json;

    SeedFolder(ImportFiles files, ObjectMapper json) {
        this.files = files;
        this.json = json;
    }

    /** The entries of every {@code .jsonl} file of the folder, file by file in the order of their names. */
    List<Entry> entries(Path folder) {
        var loaded = new ArrayList<Entry>();
        Map<EntryId, String> places = new HashMap<>();
        for (var file : jsonLines(folder)) {
            try {
                files.readJsonLines(file, row -> loaded.add(sound(file, row, places)));
            } catch (ProblemException e) {
                throw new IllegalStateException(file + ": " + e.problem().detail(), e);
            }
        }
        return loaded;
    }

    List<Intent> intents(Path folder) {
        var file = folder.resolve("intents.jsonl");
        var loaded = new ArrayList<Intent>();
        var ids = new HashSet<String>();
        var number = 0;
        for (var line : text(file).split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                var intent = intent(file, number, line);
                if (!ids.add(intent.id())) {
                    throw wrong(file, number, "the id " + intent.id() + " is there twice");
                }
                loaded.add(intent);
            }
        }
        return loaded;
    }

    /** Empty when there is no such file. */
    String language(Path folder, LanguagePart part) {
        var file = folder.resolve(part.fileName());
        try {
            return LanguageRules.require(part, text(file));
        } catch (ProblemException e) {
            // The field is text.<line>.
            throw new IllegalStateException(file + ":" + reasons(e.problem().errors()), e);
        }
    }

    private static Entry sound(Path file, ImportFiles.Row row, Map<EntryId, String> places) {
        var entry =
                switch (row) {
                    case ImportFiles.Row.Readable readable -> checked(file, readable);
                    case ImportFiles.Row.Broken broken -> throw wrong(file, row.number(), reasons(broken.errors()));
                    case ImportFiles.Row.UnknownColumn column -> throw wrong(file, row.number(), column.column());
                };
        var earlier = places.putIfAbsent(entry.id(), file.getFileName() + ":" + row.number());
        if (earlier != null) {
            throw wrong(file, row.number(), "the id " + entry.id() + " is also at " + earlier);
        }
        return entry;
    }

    private static Entry checked(Path file, ImportFiles.Row.Readable row) {
        return switch (EntryRules.check(row.form())) {
            case EntryRules.Checked.Sound sound -> sound.entry();
            case EntryRules.Checked.Faulty faulty -> throw wrong(file, row.number(), reasons(faulty.errors()));
        };
    }

    private Intent intent(Path file, int number, String line) {
        try {
            return IntentRules.require(json.readValue(line, IntentForm.class));
        } catch (JsonProcessingException e) {
            throw wrong(file, number, e.getOriginalMessage());
        } catch (ProblemException e) {
            throw wrong(file, number, reasons(e.problem().errors()));
        }
    }

    private static List<Path> jsonLines(Path folder) {
        if (!Files.isDirectory(folder)) {
            LOG.warnf("There is no folder %s to load entries from", folder.toAbsolutePath());
            return List.of();
        }
        try (var found = Files.list(folder)) {
            return found.filter(file -> file.getFileName().toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static String text(Path file) {
        if (!Files.exists(file)) {
            return "";
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String reasons(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.field() + " " + error.message())
                .collect(Collectors.joining("; "));
    }

    private static IllegalStateException wrong(Path file, int line, String reason) {
        return new IllegalStateException(file + ":" + line + ": " + reason);
    }
}
