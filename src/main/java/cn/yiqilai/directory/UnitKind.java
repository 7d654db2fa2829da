package cn.yiqilai.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What sort of unit it is. */
@Schema(name = "UnitKind")
public enum UnitKind {
    /** 12345 平台 of the city, of a county or of a park: takes requests in, dispatches and reviews. */
    PLATFORM,
    /** 部门: handles what falls under its duties. */
    DEPARTMENT,
    /** 下属单位 of a department. */
    SUB_UNIT,
    /** 镇（街道） */
    TOWN,
    /** 承担公共服务的企业: power, railway, a bank; handles requests as a department does. */
    COMPANY
}
