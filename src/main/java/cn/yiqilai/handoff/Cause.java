package cn.yiqilai.handoff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a person was called. */
@Schema(name = "HandoffCause")
public enum Cause {
    /** The button for a person. */
    BUTTON,
    /** The same in words. */
    WANTS_HUMAN,
    /** The service was not sure, and the enterprise agreed to be put through; so the next two. */
    LOW_CONFIDENCE,
    EXPIRED_POLICY,
    OTHER_REGION,
    /** An enterprise with a desk of its own, before any prompt. */
    STANDING
}
