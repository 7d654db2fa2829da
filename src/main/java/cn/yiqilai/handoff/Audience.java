package cn.yiqilai.handoff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose desk it is. */
@Schema(name = "DeskAudience")
public enum Audience {
    EVERYBODY,
    /** 重点企业, of three stars and more. */
    KEY_ENTERPRISES,
    /** 重大项目. */
    MAJOR_PROJECTS
}
