package cn.yiqilai.knowledge;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An intent as somebody sent it; {@link IntentRules#require} makes an {@link Intent} of it.
 *
 * @param version of the intent that was edited; asked for by changes only
 */
@Schema(
        name = "IntentForm",
        requiredProperties = {"title", "decision", "reason", "reply"})
public record IntentForm(
        @Nullable String id,
        @Nullable String title,
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String workOrderKind,
        @Nullable String ground,
        @Nullable String reply,
        @Nullable List<@Nullable String> phrases,
        @Nullable List<@Nullable String> examples,
        @Nullable List<@Nullable String> counterexamples,
        @Nullable Long version) {

    /** The same under the id that the address names. */
    public IntentForm named(String name) {
        return new IntentForm(
                name,
                title,
                decision,
                reason,
                workOrderKind,
                ground,
                reply,
                phrases,
                examples,
                counterexamples,
                version);
    }
}
