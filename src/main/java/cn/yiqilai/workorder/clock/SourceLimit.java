package cn.yiqilai.workorder.clock;

import java.time.LocalDate;

/**
 * The limit that a special source has set for its own order (第十一条末款 从其规定).
 *
 * @param until the last day
 * @param ground the provision or the letter that says so
 */
record SourceLimit(LocalDate until, String ground) {}
