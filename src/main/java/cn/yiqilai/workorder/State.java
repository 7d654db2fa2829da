package cn.yiqilai.workorder;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The name of a state, as stored and as read over HTTP. What can be done in it is said by the records of {@link WorkOrder}. */
@Schema(name = "WorkOrderState")
public enum State {
    /** 登记 */
    REGISTERED,
    /** 不予受理 */
    DECLINED,
    /** 在线解答 */
    ANSWERED_ONLINE,
    /** 三方通话 */
    THREE_WAY_CALL,
    /** 待派 */
    AWAITING_DISPATCH,
    /** 待签收 */
    DISPATCHED,
    /** 办理中 */
    IN_PROGRESS,
    /** 退回审核 */
    RETURN_REQUESTED,
    /** 联合会办 */
    JOINT_HANDLING,
    /** 单位审签 */
    UNDER_APPROVAL,
    /** 答复认定 */
    UNDER_REVIEW,
    /** 办结 */
    CLOSED,
    /** 短信回访 */
    SMS_CALLBACK,
    /** 人工回访 */
    HUMAN_CALLBACK,
    /** 整改 */
    RECTIFYING,
    /** 直报已办结 */
    DIRECTLY_REPORTED,
    /** 归档 */
    ARCHIVED
}
