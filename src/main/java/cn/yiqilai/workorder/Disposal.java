package cn.yiqilai.workorder;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 第十一条(二): how a request is disposed of. */
@Schema(name = "Disposal")
public enum Disposal {
    /** 直接解答 */
    DIRECT_ANSWER,
    /** 三方通话 */
    THREE_WAY_CALL,
    /** 派发工单 */
    WORK_ORDER,
    /** 专席窗口联动 */
    WINDOW_LINKAGE,
    /** 专项服务通道 */
    SPECIAL_CHANNEL
}
