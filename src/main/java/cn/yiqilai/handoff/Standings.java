package cn.yiqilai.handoff;

import cn.yiqilai.conversation.Enterprise;
import java.util.Optional;

/**
 * Which enterprises have a desk of their own: those of three stars and more, and those of major projects. A library that
 * knows some implements it; while there is none, nobody has a desk of his own.
 */
public interface Standings {
    /** @param enterprise whose identity is verified: what somebody says of himself buys no desk */
    Optional<Audience> of(Enterprise enterprise);
}
