package cn.yiqilai.city;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Anything else that a document fixes and that people or other rooms look up.
 *
 * @param value one text or several, as the document has them; null where it is silent
 * @param text what the document says beside it, or instead of it
 * @param source document and article; null only without value and text
 * @param also where the same is said again
 * @param note of whoever put the rules into this form
 */
@Schema(name = "RuleProvision")
public record Provision(
        @Nullable List<String> value,
        @Nullable String text,
        @Nullable String source,
        List<String> also,
        @Nullable String note) {
    public Provision {
        value = value == null ? null : List.copyOf(value);
        also = List.copyOf(also);
    }
}
