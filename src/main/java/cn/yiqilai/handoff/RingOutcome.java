package cn.yiqilai.handoff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of ringing at a specialist. */
@Schema(name = "RingOutcome")
public enum RingOutcome {
    RINGING,
    ACCEPTED,
    DECLINED,
    UNANSWERED,
    /** In another conversation, or said so himself; it did not ring. */
    BUSY,
    /** Has no account to answer with; it did not ring. */
    NO_ACCOUNT,
    /** It was taken back while it rang. */
    CANCELLED
}
