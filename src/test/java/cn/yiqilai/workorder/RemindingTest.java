package cn.yiqilai.workorder;

import static cn.yiqilai.calendar.WorkCalendars.at;
import static cn.yiqilai.workorder.Hotline.POWER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.calendar.CalendarChanged;
import cn.yiqilai.calendar.WorkCalendars;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.city.Step;
import cn.yiqilai.platform.sms.ShortMessage;
import cn.yiqilai.platform.sms.ShortMessageReceived;
import cn.yiqilai.workorder.TimelineLine.Deed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An order is looked at again by itself, and whoever owes something hears of it. */
class RemindingTest {
    private final Hotline hotline = Hotline.of("yancheng").at("2026-03-10T10:00");

    @Test
    void whoever_owes_a_reply_is_reminded_rung_by_rung_within_office_hours_Y_42_J_49() {
        var id = hotline.inProgress(Kind.CONSULT);
        hotline.liveUntil(id, "2026-03-31T10:00");

        assertThat(reminders(id))
                .containsExactly(
                        "2026-03-16T01:00:00Z DUE_TOMORROW",
                        "2026-03-17T01:00:00Z DUE_SOON",
                        "2026-03-18T01:00:00Z OVERDUE",
                        "2026-03-19T01:00:00Z OVERDUE_A_DAY",
                        "2026-03-23T01:00:00Z OVERDUE_THREE_DAYS");
        assertThat(hotline.texts)
                .extracting(ShortMessage::to)
                .containsExactly("13800000000", "13800000001", "13800000001");
        assertThat(hotline.texts.getFirst().text()).contains("办结应于2026-03-17 18:00前完成");
        assertThat(hotline.nextLook(id)).isEmpty();
    }

    @Test
    void what_is_late_is_supervised_in_the_very_moment_and_once_S_39_Y_42() {
        var id = hotline.inProgress(Kind.CONSULT);
        hotline.liveUntil(id, "2026-03-31T10:00");

        assertThat(hotline.deeds(id)).containsOnlyOnce(Deed.SUPERVISED);
        assertThat(hotline.timeline(id).stream().filter(line -> line.what() == Deed.SUPERVISED))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.at()).isEqualTo(at("2026-03-17T18:00:01"));
                    assertThat(line.actor()).isEqualTo(Officer.SYSTEM.actor());
                });
        assertThat(hotline.order(id).progress().supervision().trigger()).isEqualTo(Supervision.Trigger.OVERDUE);
    }

    @Test
    void what_is_done_is_spoken_of_no_more() {
        var id = hotline.inProgress(Kind.CONSULT);
        hotline.liveUntil(id, "2026-03-16T10:00");
        hotline.propose(id, POWER);
        hotline.approve(id, POWER, SigningLevel.DEPUTY);
        hotline.accept(id);
        hotline.liveUntil(id, "2026-04-30T10:00");

        assertThat(reminders(id)).containsExactly("2026-03-16T01:00:00Z DUE_TOMORROW");
        assertThat(hotline.nextLook(id)).isEmpty();
    }

    @Test
    void a_look_that_comes_twice_says_nothing_twice() {
        var id = hotline.inProgress(Kind.CONSULT);
        hotline.at("2026-03-17T09:00");
        for (var i = 0; i < 3; i++) {
            hotline.reminding.look(id);
        }

        assertThat(reminders(id)).containsExactly("2026-03-17T01:00:00Z DUE_SOON");
    }

    @Test
    void more_time_begins_the_ladder_anew() {
        var id = hotline.inProgress(Kind.CONSULT);
        hotline.liveUntil(id, "2026-03-17T10:00");
        hotline.askDays(id, POWER, 2);
        hotline.decideExtension(id, true);
        hotline.liveUntil(id, "2026-03-19T17:00");

        assertThat(reminders(id))
                .containsExactly(
                        "2026-03-16T01:00:00Z DUE_TOMORROW",
                        "2026-03-17T01:00:00Z DUE_SOON",
                        "2026-03-18T01:00:00Z DUE_TOMORROW",
                        "2026-03-19T01:00:00Z DUE_SOON");
        assertThat(hotline.order(id).progress().supervision()).isNull();
    }

    @Test
    void a_reminder_makes_no_page_old() {
        var id = hotline.inProgress(Kind.CONSULT);
        var version = hotline.order(id).version();
        hotline.liveUntil(id, "2026-03-17T10:00");

        assertThat(hotline.order(id).version()).isEqualTo(version);
    }

    @Test
    void a_notice_that_is_loaded_counts_open_clocks_anew_and_tells_old_and_new_A15() {
        hotline.notices(2024, 2025);
        hotline.at("2026-02-10T15:00");
        var open = hotline.inProgress(Kind.HELP);
        var done = hotline.closed(Kind.CONSULT);
        var provisional = hotline.due(open, Step.CLOSE);
        var kept = hotline.due(done, Step.CLOSE);
        assertThat(hotline.deadline(open, Step.CLOSE).deadline().provisional()).isTrue();

        hotline.notices(2024, 2025, 2026);
        hotline.recounting.calendarChanged(
                new CalendarChanged.NoticeLoaded(2026, 1, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));

        assertThat(hotline.due(open, Step.CLOSE))
                .isEqualTo(at("2026-02-24T18:00"))
                .isNotEqualTo(provisional);
        assertThat(hotline.deadline(open, Step.CLOSE).deadline().provisional()).isFalse();
        assertThat(hotline.deadline(open, Step.CLOSE).version()).isEqualTo(2);
        assertThat(hotline.lastLine(open)).satisfies(line -> {
            assertThat(line.what()).isEqualTo(Deed.RECOMPUTED);
            assertThat(line.clocks()).anySatisfy(change -> {
                assertThat(change.oldDueAt()).isEqualTo(provisional);
                assertThat(change.newDueAt()).isEqualTo(at("2026-02-24T18:00"));
            });
        });
        assertThat(hotline.due(done, Step.CLOSE)).isEqualTo(kept);
        assertThat(hotline.deeds(done)).doesNotContain(Deed.RECOMPUTED);
    }

    @Test
    void what_was_granted_is_not_taken_away_by_a_make_up_day_that_nobody_knew_of() {
        hotline.at("2026-03-10T10:00");
        var id = hotline.inProgress(Kind.CONSULT);
        hotline.at("2026-03-17T17:00");
        hotline.askDays(id, POWER, 2);
        hotline.decideExtension(id, true);
        var granted = hotline.due(id, Step.CLOSE);

        hotline.notices(WorkCalendars.notice(2026, "+2026-03-14 补班"));
        hotline.recounting.calendarChanged(
                new CalendarChanged.NoticeLoaded(2026, 2, LocalDate.of(2026, 3, 14), LocalDate.of(2026, 3, 14)));

        assertThat(hotline.due(id, Step.CLOSE)).isEqualTo(granted);
    }

    @Test
    void a_digit_sent_back_is_the_rating_J_23_J_24() {
        var jiangsu = Hotline.of("jiangsu").at("2026-03-10T10:00");
        jiangsu.gateway = true;
        var content = jiangsu.closed(Kind.CONSULT);
        var not = jiangsu.closed(Kind.CONSULT);
        var wordy = jiangsu.closed(Kind.CONSULT);

        text(jiangsu, content, "5");
        text(jiangsu, not, "１");
        text(jiangsu, wordy, "还没有送电");

        assertThat(jiangsu.order(content)).isInstanceOfSatisfying(SmsCallback.class, callback -> assertThat(
                        callback.rating().grade())
                .isEqualTo(5));
        assertThat(jiangsu.order(not)).isInstanceOf(HumanCallback.class);
        assertThat(jiangsu.order(wordy)).isInstanceOf(SmsCallback.class);
        assertThat(jiangsu.lastLine(wordy).why()).isEqualTo("还没有送电");
    }

    @Test
    void a_rating_that_comes_after_everything_is_kept_and_moves_nothing_A12() {
        var jiangsu = Hotline.of("jiangsu").at("2026-03-31T17:50");
        jiangsu.gateway = true;
        var id = jiangsu.closed(Kind.CONSULT);
        jiangsu.callingBack.archive(jiangsu.by(Hotline.AGENT, id), "无人回复");
        jiangsu.at("2026-04-02T10:00");

        text(jiangsu, id, "2");

        assertThat(jiangsu.order(id)).isInstanceOf(Archived.class);
        assertThat(jiangsu.records.ratings().of(id)).extracting(Rating::grade).containsExactly(2);
        assertThat(jiangsu.order(id).result().orElseThrow().closedAt()).isEqualTo(at("2026-03-31T17:50"));
    }

    @Test
    void departments_systems_hear_of_everything_and_of_a_reporter_nothing() {
        var help = hotline.inProgress(Kind.HELP);
        var report = hotline.inProgress(Kind.REPORT);

        assertThat(hotline.announcements)
                .filteredOn(news -> news.facts().get("id").equals(help.toString()))
                .extracting(news -> news.kind())
                .containsExactly(
                        "WORK_ORDER_REGISTERED",
                        "WORK_ORDER_FORMED",
                        "WORK_ORDER_DISPATCHED",
                        "WORK_ORDER_SIGNED",
                        "WORK_ORDER_CONTACTED");
        assertThat(hotline.announcements)
                .filteredOn(news -> news.facts().get("id").equals(help.toString()))
                .last()
                .satisfies(news -> {
                    assertThat(news.handlingUnit()).isEqualTo("power");
                    assertThat(news.personal()).containsEntry("phone", "13900000001");
                });
        assertThat(hotline.announcements)
                .filteredOn(news -> news.facts().get("id").equals(report.toString()))
                .allSatisfy(news -> assertThat(news.personal()).doesNotContainKeys("phone", "contact", "enterprise"));
    }

    private static void text(Hotline hotline, WorkOrderId id, String words) {
        hotline.texted.received(new ShortMessageReceived(
                words,
                "13900000001",
                words,
                Optional.of(hotline.order(id).number().value()),
                hotline.clock.instant()));
    }

    private List<String> reminders(WorkOrderId id) {
        return hotline.timeline(id).stream()
                .filter(line -> line.what() == Deed.REMINDED)
                .map(line -> line.at() + " " + line.detail().replaceAll(".*rung=(\\w+).*", "$1"))
                .toList();
    }
}
