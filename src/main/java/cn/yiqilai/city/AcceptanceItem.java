package cn.yiqilai.city;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An item of what is accepted (第八条) or is not (第九条).
 *
 * @param id {@code 8.3}, {@code 9.5}
 * @param special its orders follow rules of their own (第十一条末款): they bear {@link Flag#SPECIAL_SOURCE}
 * @param action what to do at once, where it is urgent
 */
@Schema(name = "AcceptanceItem")
public record AcceptanceItem(
        String id, String text, boolean special, @Nullable String action, String source) {}
