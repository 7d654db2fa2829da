package cn.yiqilai.insight;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as it was published, for good.
 *
 * @param counted null in lists
 * @param by who published it, {@code account:…}
 */
public record Publication(
        String period,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable Counted counted,
        String by,
        Instant at) {}
