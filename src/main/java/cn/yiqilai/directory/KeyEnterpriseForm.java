package cn.yiqilai.directory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key enterprise as somebody sent it; see {@link KeyEnterprise}.
 *
 * @param sector a {@link Sector}, by its name or as people call it
 * @param stars 3..5
 * @param version that was seen; wanted for a change
 */
@Schema(name = "KeyEnterpriseForm")
public record KeyEnterpriseForm(
        @Nullable String name,
        @Nullable String creditCode,
        @Nullable String sector,
        @Nullable Integer stars,
        @Nullable String address,
        @Nullable ContactForm legalRepresentative,
        @Nullable ContactForm liaison,
        @Nullable List<@Nullable String> numbers,
        @Nullable String scope,
        @Nullable String authority,
        @Nullable String keyInformation,
        @Nullable Long version) {
    /** Says nothing of its people, because logs are read by many. */
    @Override
    public String toString() {
        return "KeyEnterpriseForm[" + creditCode + "]";
    }
}
