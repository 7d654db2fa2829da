package cn.yiqilai.city;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What makes an order more than its kind. */
@Schema(name = "WorkOrderFlag")
public enum Flag {
    /** 疑难复杂 */
    HARD_CASE,
    /** 重要件 */
    IMPORTANT,
    /** 领导交办 */
    LEADER_ASSIGNED,
    /** 市领导交办 */
    CITY_LEADER,
    /** 未解决的件 */
    UNRESOLVED,
    /** 面上重大问题 */
    WIDESPREAD,
    /** 联合办理 */
    JOINT,
    /** 次紧急: came in outside office hours. */
    URGENT_NIGHT,
    /** 重大民生 */
    MAJOR_LIVELIHOOD,
    /** 管理办法第八条(三)-(六): handed over by another authority or system. */
    SPECIAL_SOURCE
}
