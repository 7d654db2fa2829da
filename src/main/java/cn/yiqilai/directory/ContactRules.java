package cn.yiqilai.directory;

import cn.yiqilai.access.CreditCode;
import cn.yiqilai.platform.FieldChecks;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the contacts and the credit code of an enterprise or a project must look like. */
final class ContactRules {
    private static final Pattern HOLDS_A_NUMBER = Pattern.compile("[0-9]{3}");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_CODE = 40;
    private static final int MOST_NUMBERS = 10;

    private ContactRules() {}

    static Contact contact(FieldChecks checks, String field, @Nullable ContactForm form) {
        if (form == null) {
            return new Contact(null, List.of());
        }
        var name = checks.optional(field + ".name", form.name(), LONGEST_NAME);
        if (name != null && name.indexOf('*') >= 0) {
            checks.refuse(field + ".name", "directory.masked");
        } else if (name != null && HOLDS_A_NUMBER.matcher(name).find()) {
            checks.refuse(field + ".name", "directory.contact-name");
        }
        return new Contact(name, numbers(checks, field + ".numbers", form.numbers()));
    }

    static List<String> numbers(FieldChecks checks, String field, @Nullable List<@Nullable String> raw) {
        var numbers = checks.list(field, raw, 1, LONGEST_NUMBER, MOST_NUMBERS);
        for (var number : numbers) {
            if (number.indexOf('*') >= 0) {
                checks.refuse(field, "directory.masked");
            } else if (!number.isEmpty() && CallingNumber.read(number).isEmpty()) {
                checks.refuse(field, "directory.calling-number");
            }
        }
        // Blanks and brackets go, so that a sheet tells one number from the next.
        return numbers.stream()
                .map(number -> number.replaceAll("[\\s()（）]", ""))
                .toList();
    }

    /** Letters are raised; its check character must be right. */
    static @Nullable String creditCode(FieldChecks checks, @Nullable String raw) {
        var text = checks.optional("creditCode", raw, LONGEST_CODE);
        var code = text == null ? null : text.toUpperCase(Locale.ROOT);
        if (code != null && !CreditCode.isWellFormed(code)) {
            checks.refuse("creditCode", "directory.credit-code");
            return null;
        }
        return code;
    }
}
