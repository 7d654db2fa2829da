package cn.yiqilai.knowledge;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What editors read of a part of the language data.
 *
 * @param part {@code synonyms}, {@code stopwords} or {@code dictionary}
 * @param version to be named by the next change
 * @param updatedAt ISO-8601 with offset
 */
@Schema(name = "LanguageText")
public record LanguageView(
        String part,
        String text,
        long version,
        @Schema(format = "date-time") String updatedAt) {}
