package cn.yiqilai.directory.postgres;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Keeps, for one library, which numbers lead to whom: as digests, so that no log of the database quotes one. */
final class NumberDigests {
    private NumberDigests() {}

    /**
     * Replaces all numbers of these owners; first all of them are let go, so that two may exchange theirs.
     *
     * @param column {@code specialist}, {@code enterprise} or {@code project}
     * @param numbers digits only, none twice with one owner; empty for who is retired
     * @throws cn.yiqilai.directory.TakenException when a number leads to somebody else of that library
     */
    static void replace(Jdbi jdbi, String column, Map<UUID, List<String>> numbers) {
        Batches.execute(
                jdbi,
                "DELETE FROM directory_number WHERE " + column + " = :owner",
                numbers.keySet(),
                (batch, owner) -> batch.bind("owner", owner));
        record Row(UUID owner, String number) {}
        var rows = numbers.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(number -> new Row(entry.getKey(), number)))
                .toList();
        Batches.execute(
                jdbi,
                "INSERT INTO directory_number (digest, " + column
                        + ") VALUES (encode(sha256(CAST(CAST(:number AS text) AS bytea)), 'hex'), :owner)",
                rows,
                (batch, row) -> batch.bind("number", row.number()).bind("owner", row.owner()));
    }
}
