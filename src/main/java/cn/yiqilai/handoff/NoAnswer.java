package cn.yiqilai.handoff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the knowledge does not answer what a specialist is asked. */
@Schema(name = "NoAnswer")
public enum NoAnswer {
    /** Nothing about it is there. */
    NO_ENTRY,
    /** What is there is too general for this case. */
    NOT_SPECIFIC,
    /** What is there has ended or was changed. */
    OUT_OF_DATE,
    /** What is there contradicts itself or what the enterprise was told. */
    CONTRADICTORY
}
