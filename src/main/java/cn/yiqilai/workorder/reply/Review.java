package cn.yiqilai.workorder.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the platform says of a signed reply (规范性审核). It is accepted when all three hold.
 *
 * @param standard 规范
 * @param specific 具体
 * @param complete 完整
 * @param comment what is missing, at most 2000 code points; needed when it is sent back
 */
public record Review(
        boolean standard,
        boolean specific,
        boolean complete,
        @Nullable String comment,
        String by,
        Instant at) {
    public boolean isAccepted() {
        return standard && specific && complete;
    }
}
