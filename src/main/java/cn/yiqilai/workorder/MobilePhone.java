package cn.yiqilai.workorder;

import java.util.Optional;
import java.util.regex.Pattern;

/** A mobile phone of the mainland: nothing else takes short messages. */
final class MobilePhone {
    private static final Pattern FORM = Pattern.compile("(\\+?86)?1[3-9]\\d{9}");

    private MobilePhone() {}

    /** The number without what people write in between; empty when it is none. */
    static Optional<String> of(String number) {
        return Optional.of(number.replaceAll("[\\s-]", ""))
                .filter(phone -> FORM.matcher(phone).matches());
    }
}
