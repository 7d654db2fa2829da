package cn.yiqilai.city;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From which event a time limit is counted. */
@Schema(name = "ClockStart")
public enum ClockStart {
    /** 收到诉求 */
    RECEIVE,
    /** 非工作时段收到诉求 */
    NIGHT_RECEIVE,
    /** 形成工单 */
    FORM,
    /** 派单; with the reading {@link ReadingOption#SIGNING_INSTANT} the signing instead */
    DISPATCH,
    /** 答复获认定，即办结 */
    ACCEPTED_REPLY,
    /** 来电未接 */
    MISSED_CALL
}
