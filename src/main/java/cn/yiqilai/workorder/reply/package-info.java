/**
 * What a unit answers, who stands for it, and who looks it over.
 *
 * <p>A unit fills in the city's {@link cn.yiqilai.workorder.reply.ReplyTemplate} (制定统一的答复意见模版), says whether what the
 * enterprise reported is true ({@link cn.yiqilai.workorder.reply.Finding}), what was made of it ({@link
 * cn.yiqilai.workorder.reply.Resolution}) and that it has investigated, concluded, dealt with and talked it over ({@link
 * cn.yiqilai.workorder.reply.FourChecks}): that is a {@link cn.yiqilai.workorder.reply.Reply}. Somebody of the right level
 * signs it ({@link cn.yiqilai.workorder.reply.Approval}), and the platform accepts it or sends it back because it is not
 * 规范, 具体 or 完整 ({@link cn.yiqilai.workorder.reply.Review}).
 *
 * <p>Example: a reply that finds a complaint true and can mend it only next quarter has the resolution STEPWISE; it is
 * refused until it names the steps, the day, who answers for them and how that person is reached, and how the enterprise
 * was told.
 *
 * <p>Everything here is a value. When each came, and what it does to the order, is said by the order's states.
 */
@NullMarked
package cn.yiqilai.workorder.reply;

import org.jspecify.annotations.NullMarked;
