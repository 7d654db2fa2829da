package cn.yiqilai.city;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A figure to reach.
 *
 * @param value a share, 0..1; null where the document names the figure and no number
 * @param op {@code =}, {@code >=} or {@code <=}; null without a value
 * @param source null only without value and text
 */
@Schema(name = "RuleTarget")
public record Target(
        String id,
        String name,
        @Nullable BigDecimal value,
        @Nullable String op,
        @Nullable String text,
        @Nullable String source) {}
