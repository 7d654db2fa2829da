package cn.yiqilai.platform.web;

import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads what stands in the address or is missing from a body; a wrong one is said in Chinese, where JAX-RS would only say 404. */
public final class Inputs {
    private static final int DEFAULT_SIZE = 20;

    private Inputs() {}

    public static Page.Request page(@Nullable String page, @Nullable String size) {
        return new Page.Request(
                number(page, 0, "page", "page.page"),
                number(size, DEFAULT_SIZE, "size", "page.size", Page.Request.MAXIMUM_SIZE));
    }

    /** Absent or empty = null. */
    public static @Nullable Long version(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(raw);
        } catch (NumberFormatException e) {
            throw versionWanted();
        }
    }

    public static long required(@Nullable Long version) {
        if (version == null) {
            throw versionWanted();
        }
        return version;
    }

    public static boolean flag(String field, @Nullable String raw) {
        return switch (raw == null ? "" : raw) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw Problem.invalidField(field, "field.flag").asException();
        };
    }

    public static <T> T body(@Nullable T body) {
        if (body == null) {
            throw Problem.invalid("request.missing").asException();
        }
        return body;
    }

    /** What the address names may be left out of the body, but must not be another there. */
    public static void same(String field, String address, @Nullable String body) {
        if (body != null && !body.isBlank() && !body.strip().equals(address)) {
            throw Problem.invalidField(field, "field.other-id").asException();
        }
    }

    private static ProblemException versionWanted() {
        return Problem.invalidField("version", "field.version-required").asException();
    }

    private static int number(@Nullable String raw, int absent, String field, String code, Object... arguments) {
        try {
            return raw == null || raw.isEmpty() ? absent : Integer.parseInt(raw);
        } catch (NumberFormatException e) {
            throw Problem.invalidField(field, code, arguments).asException();
        }
    }
}
