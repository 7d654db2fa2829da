package cn.yiqilai.knowledge;

import cn.yiqilai.platform.Shanghai;
import java.time.Instant;
import java.util.List;

/**
 * One part of the language data as it stands.
 *
 * @param text its lines; those that are empty or begin with {@code #} are for people
 * @param version counts its changes, 0 = never written
 */
public record LanguageText(LanguagePart part, String text, long version, Instant updatedAt) {

    /** The lines that mean something, without space around them. */
    public List<String> lines() {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    public LanguageView view() {
        return new LanguageView(part.label(), text, version, Shanghai.format(updatedAt));
    }
}
