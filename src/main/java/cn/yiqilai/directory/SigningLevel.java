package cn.yiqilai.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose signature a reply may need, lowest first. */
@Schema(name = "SigningLevel")
public enum SigningLevel {
    /** 单位分管领导 */
    DEPUTY,
    /** 单位主要负责人 */
    HEAD,
    /** 县（市、区）政府分管领导; kept with the county's platform. */
    GOVERNMENT
}
