package cn.yiqilai.city;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a profile reads one of the {@linkplain Reading readings}.
 *
 * @param name the reading: {@code working_day_count}
 * @param value the option: {@code start_day_excluded_end_at_close_of_business}
 * @param ref {@code A1} to {@code A20}
 */
@Schema(name = "ReadingChoice")
public record ReadingChoice(
        String name, String value, String ref, @Nullable String note) {}
