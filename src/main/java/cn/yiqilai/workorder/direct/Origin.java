package cn.yiqilai.workorder.direct;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a department heard of a request (苏州市方案 二(一)). */
@Schema(name = "DirectReportOrigin")
public enum Origin {
    /** 走访调研 */
    VISIT,
    /** 挂钩联系点 */
    CONTACT_POINT,
    /** 涉企服务窗口 */
    SERVICE_WINDOW
}
