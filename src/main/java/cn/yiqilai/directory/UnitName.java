package cn.yiqilai.directory;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which two names of units are compared: without spaces, in small letters, with narrow brackets. */
public final class UnitName {
    private UnitName() {}

    public static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
