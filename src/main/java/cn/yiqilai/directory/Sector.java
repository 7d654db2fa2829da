package cn.yiqilai.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which office an enterprise is looked after: 工业、服务业、建筑业、农业等类别. */
@Schema(name = "Sector")
public enum Sector {
    /** 工业 */
    INDUSTRY,
    /** 服务业 */
    SERVICES,
    /** 建筑业 */
    CONSTRUCTION,
    /** 农业 */
    AGRICULTURE,
    /** 其他: the plan's 等 */
    OTHER
}
