/**
 * The calendar over HTTP: a year day by day, the notices, the office hours. Staff read, administrators change.
 *
 * <p>Example: {@code POST /api/v1/calendar/notices?dryRun=true} with the notice of 2027 tells which working days become
 * holidays, how many days become certain and what looks odd; without {@code dryRun} it holds, and the open due times with it.
 */
@NullMarked
package cn.yiqilai.calendar.web;

import org.jspecify.annotations.NullMarked;
