package cn.yiqilai.knowledge.web;

import cn.yiqilai.knowledge.Curation;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads what stands in the address; a wrong one is said in Chinese, where JAX-RS would only say 404. */
final class Inputs {
    private static final int DEFAULT_SIZE = 20;

    private Inputs() {}

    /** No entry has a malformed id, so it is unknown. */
    static EntryId entry(String raw) {
        if (!EntryId.isWellFormed(raw)) {
            throw Curation.unknown();
        }
        return new EntryId(raw);
    }

    static Page.Request page(@Nullable String page, @Nullable String size) {
        return new Page.Request(
                number(page, 0, "page", "page.page"),
                number(size, DEFAULT_SIZE, "size", "page.size", Page.Request.MAXIMUM_SIZE));
    }

    /** Absent or empty = null. */
    static @Nullable Long version(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(raw);
        } catch (NumberFormatException e) {
            throw versionWanted();
        }
    }

    static long required(@Nullable Long version) {
        if (version == null) {
            throw versionWanted();
        }
        return version;
    }

    static boolean flag(String field, @Nullable String raw) {
        return switch (raw == null ? "" : raw) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw Problem.invalidField(field, "knowledge.flag").asException();
        };
    }

    static <T> T body(@Nullable T body) {
        if (body == null) {
            throw Problem.invalid("request.missing").asException();
        }
        return body;
    }

    /** The id in the body may be left out, but must not be another one than in the address. */
    static void sameId(String address, @Nullable String body) {
        if (body != null && !body.isBlank() && !body.strip().equals(address)) {
            throw Problem.invalidField("id", "knowledge.other-id").asException();
        }
    }

    private static ProblemException versionWanted() {
        return Problem.invalidField("version", "knowledge.version-required").asException();
    }

    private static int number(@Nullable String raw, int absent, String field, String code, Object... arguments) {
        try {
            return raw == null || raw.isEmpty() ? absent : Integer.parseInt(raw);
        } catch (NumberFormatException e) {
            throw Problem.invalidField(field, code, arguments).asException();
        }
    }
}
