package cn.yiqilai.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person and his numbers in one cell, as 附件4 has them: {@code 张某某 0515-12345678}. */
final class ContactCell {
    /** So long a row of digits is a number; a shorter one may belong to a name. */
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9-]{2,24}");

    private static final Pattern MARKS = Pattern.compile("[,，、;；/:：()（）|\\n\\r\\t]+");
    private static final Set<String> LABELS = Set.of("电话", "手机", "联系电话", "联系号码", "号码", "办公电话");

    private ContactCell() {}

    /** Everything that is no number is the name; null for an empty cell. */
    static @Nullable ContactForm read(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        var text = Normalizer.normalize(cell, Normalizer.Form.NFKC);
        var numbers = new ArrayList<@Nullable String>();
        NUMBER.matcher(text).results().forEach(found -> numbers.add(found.group()));
        return new ContactForm(name(NUMBER.matcher(text).replaceAll("\n")), numbers);
    }

    static String write(Contact contact) {
        var parts = new ArrayList<String>();
        if (contact.name() != null) {
            parts.add(contact.name());
        }
        parts.addAll(contact.numbers());
        return String.join(" ", parts);
    }

    /** Further numbers, separated in whatever way; what is no number stays one, so that it is refused by name. */
    static @Nullable List<@Nullable String> numbers(@Nullable String cell) {
        return cell == null
                ? null
                : new ArrayList<>(Arrays.stream(MARKS.split(cell.replace(' ', '|')))
                        .filter(part -> !part.isBlank())
                        .toList());
    }

    private static @Nullable String name(String text) {
        var name = Arrays.stream(MARKS.split(text))
                .map(part -> part.strip().replaceAll("\\s+", " "))
                .filter(part -> !part.isEmpty() && !LABELS.contains(part))
                .collect(Collectors.joining("、"));
        return name.isEmpty() ? null : name;
    }
}
