package cn.yiqilai.city;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The profile which a document allows to follow. It is never followed by itself (reading A13).
 *
 * @param candidate its profile
 */
@Schema(name = "FallbackCandidate")
public record FallbackCandidate(
        String candidate, String source, @Nullable String note) {}
