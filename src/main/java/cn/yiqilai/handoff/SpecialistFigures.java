package cn.yiqilai.handoff;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a specialist has answered (连线联动和激励机制): what rang at him and was decided.
 *
 * @param rung accepted, declined and unanswered together
 * @param secondsToAccept in the mean; null when he accepted none
 * @param answers his messages to enterprises
 */
public record SpecialistFigures(
        UUID specialist,
        long rung,
        long accepted,
        long declined,
        long unanswered,
        @Nullable Double secondsToAccept,
        long answers) {}
