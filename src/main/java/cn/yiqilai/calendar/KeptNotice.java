package cn.yiqilai.calendar;

import cn.yiqilai.access.Actor;
import cn.yiqilai.platform.Shanghai;
import java.time.Instant;

/**
 * A notice as it was loaded. A correction is a further version; the last one of a year is in force.
 *
 * @param version from 1 in each year
 */
public record KeptNotice(Notice notice, long version, Instant loadedAt, Actor loadedBy) {
    public NoticeView view() {
        return new NoticeView(
                notice.year(),
                version,
                notice.papers(),
                notice.days().stream()
                        .map(day -> new NoticeView.Day(day.name(), day.date(), day.off()))
                        .toList(),
                Shanghai.format(loadedAt),
                loadedBy.id());
    }
}
