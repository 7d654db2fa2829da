package cn.yiqilai.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something other than an answer is given; the names are the contract's. */
@Schema(name = "Reason")
public enum Reason {
    LOW_CONFIDENCE,
    WANTS_HUMAN,
    NEEDS_WORK_ORDER,
    EXPIRED_POLICY,
    OTHER_REGION,
    AMBIGUOUS,
    EMERGENCY,
    NOT_ACCEPTED,
    CITIZEN_MATTER,
    CHITCHAT
}
