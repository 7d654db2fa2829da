package cn.yiqilai.city;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose signature the city's rules ask for, lowest first. */
@Schema(name = "SigningLevel")
public enum SigningLevel {
    /** 单位分管领导 */
    DEPUTY,
    /** 单位主要负责人 */
    HEAD,
    /** 县（市、区）政府分管领导 */
    GOVERNMENT
}
