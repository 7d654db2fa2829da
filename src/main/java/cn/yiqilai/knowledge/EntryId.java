package cn.yiqilai.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of an entry, given by its editor: 2..80 letters, digits, {@code . _ -}, starting with a letter or digit. */
public record EntryId(@JsonValue String value) implements Comparable<EntryId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,79}");

    @JsonCreator
    public EntryId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not the id of an entry: " + value);
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(EntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
