package cn.yiqilai.workorder.reply;

import java.time.LocalDate;

/**
 * How something that cannot be had soon will be had: all four are told to the enterprise.
 *
 * @param steps 分步解决方案, 2..4000 code points
 * @param finishBy 完成时限
 * @param responsible 责任人, 1..60 code points
 * @param phone 联系方式, 5..20 digits
 */
public record StepwisePlan(String steps, LocalDate finishBy, String responsible, String phone) {}
