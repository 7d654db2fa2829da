package cn.yiqilai.handoff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether somebody at a desk can be called. */
@Schema(name = "PresenceState")
public enum PresenceState {
    /** It may ring. */
    AVAILABLE,
    /** There, but nothing rings: a pause, or a ring that was not heard. */
    PAUSED,
    /** Writing down what the last contact was about. */
    AFTER_CALL,
    OFFLINE
}
