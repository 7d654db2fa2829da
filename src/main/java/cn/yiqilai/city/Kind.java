package cn.yiqilai.city;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an enterprise wants; the city's profile says how long each may take. */
@Schema(name = "WorkOrderKind")
public enum Kind {
    /** 咨询 */
    CONSULT,
    /** 求助 */
    HELP,
    /** 建议 */
    SUGGESTION,
    /** 投诉 */
    COMPLAINT,
    /** 举报: its reporter is confidential, see {@code workorder.Confidentiality}. */
    REPORT
}
