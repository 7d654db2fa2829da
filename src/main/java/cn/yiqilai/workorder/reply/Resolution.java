package cn.yiqilai.workorder.reply;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was made of a matter. */
@Schema(name = "Resolution")
public enum Resolution {
    /** 已解决 */
    RESOLVED,
    /** 今后解决: not soon, so by steps, with a day, a person and a number (分步解决方案). */
    STEPWISE,
    /** 解释: unreasonable, unlawful, or not to be had under the present policy. */
    EXPLAINED
}
