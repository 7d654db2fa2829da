package cn.yiqilai.workorder.clock;

import cn.yiqilai.city.FollowUp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to follow from what happened, by the city's rules.
 *
 * @param since when it came to that; null when it has been so from the beginning
 */
public record Consequence(FollowUp rule, @Nullable Instant since) {}
