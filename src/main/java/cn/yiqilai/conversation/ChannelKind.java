package cn.yiqilai.conversation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which way an enterprise talks to the hotline. */
@Schema(name = "Channel")
public enum ChannelKind {
    /** The page in a browser. */
    WEB,
    /** The page inside the government's app. */
    APP,
    /** The official account. */
    WECHAT,
    /** The telephone, and the microphone of a browser. */
    VOICE,
    SMS
}
