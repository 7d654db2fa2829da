package cn.yiqilai.workorder.oversight;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a programme is for. */
@Schema(name = "ProgrammePurpose")
public enum Purpose {
    /** 不定期对工单办件质效进行检查；回访复核 */
    QUALITY_CHECK,
    /** 定期回访 */
    CALLBACK,
    /** 督查项目 */
    INSPECTION,
    /** 对未解决的一类事形成工作专报 */
    SPECIAL_REPORT;

    /** Whether orders that were closed can be drawn for it by chance; a special report is about what nobody has settled. */
    public boolean canBeDrawn() {
        return this != SPECIAL_REPORT;
    }
}
