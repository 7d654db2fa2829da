package cn.yiqilai.workorder.reply;

import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.platform.Messages;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers for the unit has signed its reply. Leaders rarely log in: then whoever does names them.
 *
 * @param name who signed, 1..60 code points
 * @param position 职务, at most 60 code points
 * @param signedAt when the leader signed, as the unit says
 * @param enteredBy the account that recorded it, {@code account:…}
 * @param at when it was recorded: the instant of submission, by which it is judged whether the reply is in time (reading A7)
 */
public record Approval(
        SigningLevel level, String name, @Nullable String position, Instant signedAt, String enteredBy, Instant at) {
    /** How the rules call a level: 单位分管领导. */
    public static String word(SigningLevel level) {
        return Messages.of("workorder.level." + level.name());
    }
}
