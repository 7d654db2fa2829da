package cn.yiqilai.conversation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who said a message. */
@Schema(name = "Speaker")
public enum Speaker {
    ENTERPRISE,
    /** The service itself. */
    ASSISTANT,
    /** A person at a desk of the hotline. */
    AGENT,
    /** A policy specialist of a department. */
    SPECIALIST,
    /** Notices about the conversation: somebody joined, an order was filed. */
    SYSTEM
}
