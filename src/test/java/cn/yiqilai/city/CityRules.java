package cn.yiqilai.city;

import cn.yiqilai.city.yaml.RulesFile;
import cn.yiqilai.city.yaml.RulesFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped rules, and the same with something changed, for tests without a database. */
public final class CityRules {
    public static final Path FOLDER = Path.of("kb-seed/service-rules");
    private static final RuleBook BOOK = RulesFolder.read(FOLDER);

    private CityRules() {}

    public static RuleBook book() {
        return BOOK;
    }

    public static ServiceRules of(String profile) {
        return BOOK.of(profile);
    }

    public static RulesInForce alone(String profile) {
        return RulesInForce.of(of(profile));
    }

    public static RulesInForce with(String profile, String fallback) {
        return new RulesInForce(of(profile), of(fallback));
    }

    /** The rules of a profile in which one text is another: {@code changed("jiangsu", "dispatch_instant", "signing_instant")}. */
    public static RulesInForce changed(String profile, String old, String now) {
        return RulesInForce.of(RulesFile.read(profile + ".yaml", replaced(text(profile), old, now)));
    }

    public static String text(String profile) {
        try {
            return Files.readString(FOLDER.resolve(profile + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when there is nothing to replace: the test would test nothing */
    public static String replaced(String text, String old, String now) {
        if (!text.contains(old)) {
            throw new IllegalArgumentException("nothing to replace: " + old);
        }
        return text.replace(old, now);
    }
}
