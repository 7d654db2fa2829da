package cn.yiqilai.city;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a time limit of the rules is for. The names are those of the HTTP contract. */
@Schema(name = "DeadlineStep")
public enum Step {
    /** 派单 */
    DISPATCH,
    /** 签收 */
    SIGN,
    /** 首次联系 */
    FIRST_CONTACT,
    /** 申请退回 */
    RETURN_REQUEST,
    /** 答复 */
    REPLY,
    /** 办结 */
    CLOSE,
    /** 结果反馈 */
    FEEDBACK,
    /** 夜间来电联系 */
    NIGHT_CONTACT,
    /** 未接来电回拨 */
    MISSED_CALL
}
