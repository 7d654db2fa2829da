package cn.yiqilai.workorder;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was answered on the line.
 *
 * @param entries ids of the published entries it rests on; empty when a specialist answered
 * @param text what was said, at most 4000 code points; null = the entries' own words
 * @param specialist who answered in a three-way call; null when the desk did
 */
public record LiveAnswer(
        List<String> entries,
        @Nullable String text,
        @Nullable String specialist,
        Instant at) {
    public LiveAnswer {
        entries = List.copyOf(entries);
    }
}
