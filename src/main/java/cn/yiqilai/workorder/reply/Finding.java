package cn.yiqilai.workorder.reply;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 确认诉求是否属实. */
@Schema(name = "Finding")
public enum Finding {
    /** 属实 */
    TRUE,
    /** 部分属实 */
    PARTLY_TRUE,
    /** 不属实 */
    UNTRUE
}
