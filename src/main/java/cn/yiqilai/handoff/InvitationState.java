package cn.yiqilai.handoff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names of the states of an {@link Invitation}, for the outside and for the database. */
@Schema(name = "InvitationState")
public enum InvitationState {
    RINGING,
    JOINED,
    LEFT,
    UNREACHED,
    CANCELLED
}
