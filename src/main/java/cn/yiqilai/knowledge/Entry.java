package cn.yiqilai.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One curated question and its approved answer, as imported and exported: one JSON object a line. Only {@code id}, {@code
 * question} and {@code answer} are required; {@link EntryRules} holds the limits.
 *
 * @param similar the same question in other people's words
 * @param negative questions that sound close and that this entry does not answer
 * @param answer the approved text, given word for word
 * @param shortAnswer the heart of it, at most 120 code points
 * @param spokenAnswer how it is said on the telephone
 * @param topic path from the general to the particular: {@code 增值税/小规模纳税人}
 * @param issuer 发文单位
 * @param documentNumber 文号
 * @param url where a reader can check
 * @param validFrom first day the rule holds; null = not known
 * @param validUntil last day the rule holds; null = no end is known
 * @param region where it holds: {@code 全国}, a province or a city; null = nation-wide
 * @param audience whom it concerns
 * @param department who is asked when the answer does not suffice
 * @param basis ids of the facts it rests on
 * @param supersedes the entry that this one replaces
 * @param caveat what the reader must know about the text's standing ("以最新文件为准"), shown with the answer
 */
@JsonPropertyOrder({
    "id",
    "question",
    "similar",
    "negative",
    "answer",
    "shortAnswer",
    "spokenAnswer",
    "topic",
    "keywords",
    "issuer",
    "documentNumber",
    "documentTitle",
    "issuedOn",
    "url",
    "validFrom",
    "validUntil",
    "region",
    "audience",
    "department",
    "basis",
    "supersedes",
    "caveat"
})
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "EntryContent")
public record Entry(
        EntryId id,
        String question,
        List<String> similar,
        List<String> negative,
        String answer,
        @Nullable String shortAnswer,
        @Nullable String spokenAnswer,
        @Nullable String topic,
        List<String> keywords,
        @Nullable String issuer,
        @Nullable String documentNumber,
        @Nullable String documentTitle,
        @Nullable LocalDate issuedOn,
        @Nullable String url,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable String region,
        List<String> audience,
        @Nullable String department,
        List<String> basis,
        @Nullable EntryId supersedes,
        @Nullable String caveat) {

    public static final String NATION = "全国";

    public Entry {
        similar = copy(similar);
        negative = copy(negative);
        keywords = copy(keywords);
        audience = copy(audience);
        basis = copy(basis);
    }

    /** The standard question and its similar ones. */
    public Stream<String> questions() {
        return Stream.concat(Stream.of(question), similar.stream());
    }

    /** The same with other similar questions. */
    public Entry withSimilar(List<String> others) {
        return new Entry(
                id,
                question,
                others,
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
                caveat);
    }

    /** Where it holds; {@link #NATION} unless it says otherwise. */
    @JsonIgnore
    public String place() {
        return region == null || region.isBlank() ? NATION : region;
    }

    private static List<String> copy(@Nullable List<String> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
