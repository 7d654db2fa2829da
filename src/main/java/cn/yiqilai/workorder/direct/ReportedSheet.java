package cn.yiqilai.workorder.direct;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A quarterly sheet that was taken in.
 *
 * @param number counted from 1
 * @param unit whose sheet it was; null when somebody of the platform took it in
 */
public record ReportedSheet(
        int number,
        Quarter quarter,
        @Nullable String unit,
        String fileName,
        int created,
        int unchanged,
        String actor,
        Instant at) {}
