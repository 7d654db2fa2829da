package cn.yiqilai.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of a unit in the data, given once and kept for ever: 2..60 small letters, digits and {@code -}. */
public record UnitId(@JsonValue String value) implements Comparable<UnitId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,59}");

    @JsonCreator
    public UnitId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not the id of a unit: " + value);
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
