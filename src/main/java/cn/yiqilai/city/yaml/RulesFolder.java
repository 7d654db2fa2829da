package cn.yiqilai.city.yaml;

import cn.yiqilai.city.RuleBook;
import cn.yiqilai.city.WrittenRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The folder of the profiles, one file each, named {@code <profile>.yaml}. */
public final class RulesFolder {
    private static final String ENDING = ".yaml";

    private RulesFolder() {}

    /** @throws IllegalArgumentException when any file is not understood; the message has a line for each fault */
    public static RuleBook read(Path folder) {
        var faults = new ArrayList<String>();
        var read = new ArrayList<WrittenRules>();
        for (var file : files(folder)) {
            try {
                read.add(read(file, faults));
            } catch (IllegalArgumentException e) {
                faults.add(e.getMessage());
            }
        }
        if (faults.isEmpty()) {
            faults.addAll(strangers(folder, read));
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("The service rules cannot be used:\n" + String.join("\n", faults));
        }
        return new RuleBook(read);
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            var found = files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("There are no service rules in " + folder);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the service rules cannot be read from " + folder, e);
        }
    }

    private static WrittenRules read(Path file, List<String> faults) {
        var text = text(file);
        var rules = RulesFile.read(file.toString(), text);
        if (!file.getFileName().toString().equals(rules.profile() + ENDING)) {
            faults.add(file + " profile: '" + rules.profile() + "' must stand in " + rules.profile() + ENDING);
        }
        return new WrittenRules(rules, text);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + ": is not UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the service rules cannot be read from " + file, e);
        }
    }

    /** Candidates of a fallback that nobody knows. */
    private static List<String> strangers(Path folder, List<WrittenRules> read) {
        var known = read.stream().map(one -> one.rules().profile()).collect(Collectors.toSet());
        return read.stream()
                .map(WrittenRules::rules)
                .filter(rules -> rules.fallback() != null
                        && !known.contains(rules.fallback().candidate()))
                .map(rules ->
                        folder.resolve(rules.profile() + ENDING) + " fallback.candidate: there is no such profile")
                .toList();
    }
}
