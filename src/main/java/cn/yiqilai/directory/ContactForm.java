package cn.yiqilai.directory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contact as somebody sent it; see {@link Contact}.
 *
 * @param name of the person
 * @param numbers mobile numbers, or fixed ones with their area code
 */
@Schema(name = "ContactForm")
public record ContactForm(@Nullable String name, @Nullable List<@Nullable String> numbers) {
    /** Says nothing of the person, because logs are read by many. */
    @Override
    public String toString() {
        return "ContactForm";
    }
}
