package cn.yiqilai.workorder.oversight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a programme has come.
 *
 * @param orders how many are listed
 * @param seen of how many of them something was written down
 * @param followedBy the one of the period that follows; null while it was not drawn
 */
public record Progress(long orders, long seen, @Nullable UUID followedBy) {}
