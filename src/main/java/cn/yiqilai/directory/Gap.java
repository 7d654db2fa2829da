package cn.yiqilai.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a unit in service ought to have and has not. */
@Schema(name = "DirectoryGap")
public enum Gap {
    /** 单位分管领导: nobody can sign an ordinary reply. */
    DEPUTY,
    /** 单位主要负责人: nobody answers for the unit as a whole. */
    HEAD,
    /** 政府分管领导, wanted of the platforms of counties and parks. */
    GOVERNMENT,
    /** 值班联系: nobody is reached at night, now or later. */
    DUTY_CONTACT,
    /** 责任处室 */
    RESPONSIBLE_OFFICE,
    /** 政策专员, wanted of departments: fewer or more than the city's plan says, see {@link SpecialistNumber}. */
    SPECIALISTS
}
