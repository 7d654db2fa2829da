package cn.yiqilai.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For how wide a territory a unit answers (分级负责), widest first. */
@Schema(name = "UnitLevel")
public enum UnitLevel {
    /** 省级 */
    PROVINCE,
    /** 市级 */
    CITY,
    /** 县（市、区）级 */
    COUNTY,
    /** 园区（开发区、高新区） */
    PARK,
    /** 镇（街道）级 */
    TOWN
}
