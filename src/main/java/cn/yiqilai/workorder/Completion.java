package cn.yiqilai.workorder;

import cn.yiqilai.workorder.reply.Approval;
import cn.yiqilai.workorder.reply.Reply;
import java.time.Instant;

/**
 * The reply that passed.
 *
 * @param closedAt when it was accepted; the order belongs to that evaluation period whatever is rated later (reading A12).
 *     Whether it came in time is judged by {@code approval.at()}, its submission (reading A7)
 */
public record Completion(Reply reply, Approval approval, Instant closedAt) {}
