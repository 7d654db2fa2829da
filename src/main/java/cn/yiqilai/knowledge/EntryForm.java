package cn.yiqilai.knowledge;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry as somebody sent it, before anybody looked at it: {@link EntryRules#check} makes an {@link Entry} of it or says
 * what is wrong. Days are texts here, so that a wrong one is a sentence about its field.
 *
 * @param version of the entry that was edited; asked for by changes only
 */
@Schema(
        name = "EntryForm",
        requiredProperties = {"question", "answer"})
public record EntryForm(
        @Nullable String id,
        @Nullable String question,
        @Nullable List<@Nullable String> similar,
        @Nullable List<@Nullable String> negative,
        @Nullable String answer,
        @Nullable String shortAnswer,
        @Nullable String spokenAnswer,
        @Nullable String topic,
        @Nullable List<@Nullable String> keywords,
        @Nullable String issuer,
        @Nullable String documentNumber,
        @Nullable String documentTitle,
        @Schema(format = "date") @Nullable String issuedOn,
        @Nullable String url,
        @Schema(format = "date") @Nullable String validFrom,
        @Schema(format = "date") @Nullable String validUntil,
        @Nullable String region,
        @Nullable List<@Nullable String> audience,
        @Nullable String department,
        @Nullable List<@Nullable String> basis,
        @Nullable String supersedes,
        @Nullable String caveat,
        @Nullable Long version) {

    /** The same under the id that the address names. */
    public EntryForm named(EntryId name) {
        return new EntryForm(
                name.value(),
                question,
                similar,
                negative,
                answer,
                shortAnswer,
                spokenAnswer,
                topic,
                keywords,
                issuer,
                documentNumber,
                documentTitle,
                issuedOn,
                url,
                validFrom,
                validUntil,
                region,
                audience,
                department,
                basis,
                supersedes,
                caveat,
                version);
    }
}
