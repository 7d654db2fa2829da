package cn.yiqilai.workorder.proposal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an argument for a unit comes from. */
@Schema(name = "ProposalGround")
public enum Ground {
    /** 知识库: entries that fit the words, and the department they name. */
    KNOWLEDGE,
    /** 数据归口: the unit of the code under which it is filed. */
    FILING_CODE,
    /** 受理登记窗口: whose window took it in. */
    WINDOW,
    /** 职责: the unit's keywords stand in the words. */
    DUTIES,
    /** 属地: the platform or the office of the place. */
    PLACE,
    /** 先例: similar orders that were dispatched before. */
    PRECEDENT
}
