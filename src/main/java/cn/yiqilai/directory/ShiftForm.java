package cn.yiqilai.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A shift as somebody sent it; see {@link Shift}.
 *
 * @param specialist his id
 * @param topic one that he knows about
 * @param begins, ends {@code 2026-03-10T09:00:00+08:00} or {@code 2026-03-10 09:00} in Shanghai
 * @param rank 1 when it is left out
 * @param version that was seen; wanted for a change
 */
@Schema(name = "ShiftForm")
public record ShiftForm(
        @Nullable String specialist,
        @Nullable String topic,
        @Nullable String begins,
        @Nullable String ends,
        @Nullable Integer rank,
        @Nullable Long version) {}
