package cn.yiqilai.workorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A policy specialist on the line.
 *
 * @param unit whose specialist it is
 * @param specialist by name, 1..60 code points
 * @param lookedUp what was looked up in the knowledge before, in vain (四(二)1); 2..500 code points
 * @param item of the list of three-way matters where the city keeps one (事项清单); at most 120 code points
 */
public record Consultation(
        String unit,
        String specialist,
        String lookedUp,
        @Nullable String item,
        Instant startedAt) {}
