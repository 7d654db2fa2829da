package cn.yiqilai.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For what a specialist is asked (附件3, 备注). */
@Schema(name = "SpecialistKind")
public enum SpecialistKind {
    /** 单位涉企（政策）咨询专员 */
    CONSULTING,
    /** 窗口（审批事项）咨询专员 */
    WINDOW
}
