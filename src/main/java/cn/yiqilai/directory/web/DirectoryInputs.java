package cn.yiqilai.directory.web;

import cn.yiqilai.directory.DirectoryPart;
import cn.yiqilai.directory.TableRules;
import cn.yiqilai.directory.UnitEditing;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.web.Inputs;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reads what stands in the addresses of this room. */
final class DirectoryInputs {
    /** Which version somebody has seen. */
    @Schema(
            name = "DirectoryDeed",
            requiredProperties = {"version"})
    public record Deed(@Nullable Long version) {}

    private static final int LONGEST_QUERY = 200;

    private DirectoryInputs() {}

    /** No unit has a malformed id, so it is unknown. */
    static UnitId unit(String raw) {
        if (!UnitId.isWellFormed(raw)) {
            throw UnitEditing.unknown();
        }
        return new UnitId(raw);
    }

    /** Nobody has a malformed id, so it is unknown. */
    static UUID id(String raw, Supplier<ProblemException> unknown) {
        try {
            return UUID.fromString(raw);
        } catch (IllegalArgumentException e) {
            throw unknown.get();
        }
    }

    /** Nothing has a malformed code, so it is unknown. */
    static String code(String raw, Supplier<ProblemException> unknown) {
        if (!TableRules.isCode(raw)) {
            throw unknown.get();
        }
        return raw;
    }

    /** 0..200 code points of a search; null = whatever. */
    static @Nullable String query(FieldChecks checks, @Nullable String raw) {
        return checks.optional("query", raw, LONGEST_QUERY);
    }

    static Instant instant(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalidField(field, "directory.moment").asException();
        }
    }

    static DirectoryPart part(@Nullable String raw) {
        return DirectoryPart.at(raw == null ? "" : raw)
                .orElseThrow(() -> Problem.invalidField("of", "directory.part").asException());
    }

    static long version(@Nullable Deed body) {
        return Inputs.required(Inputs.body(body).version());
    }
}
