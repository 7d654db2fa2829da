package cn.yiqilai.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What editors read of an intent.
 *
 * @param version to be named by the next change
 * @param updatedAt ISO-8601 with offset
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record IntentView(@JsonUnwrapped Intent intent, long version, String updatedAt) {}
