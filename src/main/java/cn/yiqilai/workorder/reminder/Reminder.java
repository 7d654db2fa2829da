package cn.yiqilai.workorder.reminder;

import cn.yiqilai.city.Step;
import java.time.Instant;

/**
 * One rung of the ladder of one deadline.
 *
 * @param run which clock of that step, from 1
 * @param dueAt the due time it speaks of; when that moves, the ladder begins anew
 * @param at when somebody is told: always within office hours
 */
public record Reminder(Step step, int run, Instant dueAt, Rung rung, Instant at) {}
