package cn.yiqilai.conversation;

import cn.yiqilai.access.Assurance;
import cn.yiqilai.access.CreditCode;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.StorableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the enterprise that asks. Blanks around a value are taken away, and a blank value is none.
 *
 * <p>A value of the wrong form is refused with a {@link Problem} that names every wrong field, as {@code
 * enterprise.creditCode}.
 *
 * @param name at most 120 code points
 * @param creditCode 统一社会信用代码, its check character right; letters are raised
 * @param contact the person, at most 60 code points
 * @param phone 5..20 digits, see {@link PhoneNumber}
 * @param assurance how sure we are of all of it
 */
public record Enterprise(
        @Nullable String name,
        @Nullable String creditCode,
        @Nullable String contact,
        @Nullable String phone,
        Assurance assurance) {
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_CONTACT = 60;

    /** Nothing was said. */
    public static final Enterprise UNKNOWN = declared(null, null, null, null);

    public Enterprise {
        name = clean(name);
        creditCode = raised(clean(creditCode));
        contact = clean(contact);
        phone = clean(phone);
        var errors = errors(name, creditCode, contact, phone);
        if (!errors.isEmpty()) {
            throw new Problem(400, "conversation.enterprise", Messages.of("conversation.enterprise"), errors, Map.of())
                    .asException();
        }
    }

    /** As it said of itself. */
    public static Enterprise declared(
            @Nullable String name, @Nullable String creditCode, @Nullable String contact, @Nullable String phone) {
        return new Enterprise(name, creditCode, contact, phone, Assurance.DECLARED);
    }

    private static List<FieldError> errors(
            @Nullable String name, @Nullable String creditCode, @Nullable String contact, @Nullable String phone) {
        var errors = new ArrayList<FieldError>();
        if (name != null && !StorableText.isStorable(name, LONGEST_NAME)) {
            errors.add(error("name", "conversation.text", LONGEST_NAME));
        }
        if (creditCode != null && !CreditCode.isWellFormed(creditCode)) {
            errors.add(error("creditCode", "conversation.credit-code"));
        }
        if (contact != null && !StorableText.isStorable(contact, LONGEST_CONTACT)) {
            errors.add(error("contact", "conversation.text", LONGEST_CONTACT));
        }
        if (phone != null && !PhoneNumber.isWellFormed(phone)) {
            errors.add(error("phone", "conversation.phone"));
        }
        return errors;
    }

    private static FieldError error(String field, String code, Object... arguments) {
        return new FieldError("enterprise." + field, Messages.of(code, arguments));
    }

    private static @Nullable String clean(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable String raised(@Nullable String code) {
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }

    /** Says nothing of anybody, because logs are read by many. */
    @Override
    public String toString() {
        return "Enterprise[" + assurance + "]";
    }
}
