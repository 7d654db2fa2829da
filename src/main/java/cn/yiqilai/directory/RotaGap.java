package cn.yiqilai.directory;

import cn.yiqilai.platform.Shanghai;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A time in which the offices are open and nobody is on duty for a topic.
 *
 * @param begins, ends ISO-8601 with offset
 */
@Schema(name = "RotaGap")
public record RotaGap(
        String topic,
        @Schema(format = "date-time") String begins,
        @Schema(format = "date-time") String ends) {
    static RotaGap of(String topic, Instant begins, Instant ends) {
        return new RotaGap(topic, Shanghai.format(begins), Shanghai.format(ends));
    }
}
