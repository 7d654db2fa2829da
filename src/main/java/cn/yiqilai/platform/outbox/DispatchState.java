package cn.yiqilai.platform.outbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a message out of the house has come. */
@Schema(name = "DispatchState")
public enum DispatchState {
    /** 待发: will be sent, or sent again. */
    WAITING,
    /** 已送达: the other side has said that it has it. */
    SENT,
    /** 已保存未发送: there is no way out for its kind (no SMS gateway is configured). It was not sent. */
    KEPT,
    /** 已停发: refused for good, or tried in vain for too long. */
    DEAD
}
