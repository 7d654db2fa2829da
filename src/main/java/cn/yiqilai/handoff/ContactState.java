package cn.yiqilai.handoff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names of the states of a {@link Contact}, for the outside and for the database. */
@Schema(name = "ContactState")
public enum ContactState {
    QUEUED,
    RINGING,
    OWNED,
    HELD,
    RETURNED,
    ENDED,
    ABANDONED,
    MISSED
}
