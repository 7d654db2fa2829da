package cn.yiqilai.workorder.clock;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.city.Flag;
import cn.yiqilai.city.FollowUp;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.Step;
import cn.yiqilai.workorder.clock.ClockEvent.RatingChannel;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** The eight scenarios of the design that must hold; over HTTP they stand in {@code TimelineIT}. */
class ScenarioTest {
    @Test
    void scenario_1_a_jiangsu_consultation_dispatched_on_a_tuesday_morning() {
        var story = Story.of("jiangsu", Kind.CONSULT).dispatch("2026-03-10T10:00");

        assertThat(story.due(Step.SIGN)).isEqualTo("2026-03-10T11:00");
        assertThat(story.due(Step.FIRST_CONTACT)).isEqualTo("2026-03-10T11:00");
        assertThat(story.due(Step.RETURN_REQUEST)).isEqualTo("2026-03-11T18:00");
        assertThat(story.due(Step.REPLY)).isEqualTo("2026-03-13T18:00");
    }

    @Test
    void scenario_2_the_eve_of_national_day_with_a_make_up_sunday() {
        var story = Story.of("jiangsu", Kind.HELP).dispatch("2025-09-26T17:59");

        assertThat(story.due(Step.SIGN)).isEqualTo("2025-09-28T09:59");
        assertThat(story.due(Step.RETURN_REQUEST)).isEqualTo("2025-09-29T18:00");
        assertThat(story.due(Step.REPLY)).isEqualTo("2025-10-10T18:00");
    }

    @Test
    void scenario_3_the_last_minute_before_the_holidays() {
        var story = Story.of("jiangsu", Kind.CONSULT).dispatch("2026-09-30T17:59");

        assertThat(story.due(Step.SIGN)).isEqualTo("2026-10-08T09:59");
        assertThat(story.due(Step.RETURN_REQUEST)).isEqualTo("2026-10-08T18:00");
        assertThat(story.due(Step.REPLY)).isEqualTo("2026-10-10T18:00");
    }

    @Test
    void scenario_4_a_shuangyashan_complaint_on_a_make_up_saturday() {
        var story = Story.of("shuangyashan", Kind.COMPLAINT)
                .form("2026-02-28T09:57")
                .dispatch("2026-02-28T10:00");

        assertThat(story.due(Step.DISPATCH)).isEqualTo("2026-02-28T10:02");
        assertThat(story.met(Step.DISPATCH)).isEqualTo("2026-02-28T10:00");
        assertThat(story.due(Step.SIGN)).isEqualTo("2026-02-28T12:00");
        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-06T18:00");
    }

    @Test
    void scenario_5_calls_at_night() {
        var beforeMakeUpDay = Story.of("shuangyashan", Kind.HELP).receive("2026-02-13T22:30");
        var beforeWeekend = Story.of("shuangyashan", Kind.HELP).receive("2026-11-20T21:00");

        assertThat(beforeMakeUpDay.flags()).contains(Flag.URGENT_NIGHT);
        assertThat(beforeMakeUpDay.due(Step.NIGHT_CONTACT)).isEqualTo("2026-02-14T09:00");
        assertThat(beforeWeekend.due(Step.NIGHT_CONTACT)).isEqualTo("2026-11-23T09:00");
    }

    @Test
    void scenario_6_a_yancheng_complaint_over_the_spring_festival() {
        var story = Story.of("yancheng", Kind.COMPLAINT).dispatch("2026-02-10T15:00");

        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-02T18:00");
        assertThat(story.due(Step.SIGN)).isNull();
        assertThat(story.deadline(Step.SIGN).rule()).isEqualTo("本地未规定");
        assertThat(story.deadline(Step.CLOSE).days())
                .filteredOn(day -> day.contains("个工作日"))
                .extracting(day -> day.substring(0, 10))
                .containsExactly(
                        "2026-02-11",
                        "2026-02-12",
                        "2026-02-13",
                        "2026-02-14",
                        "2026-02-24",
                        "2026-02-25",
                        "2026-02-26",
                        "2026-02-27",
                        "2026-02-28",
                        "2026-03-02");
    }

    @Test
    void scenario_7_a_missed_call_in_the_holidays() {
        var story = Story.of("shuangyashan", Kind.CONSULT).miss("2026-10-01T20:15");

        assertThat(story.due(Step.MISSED_CALL)).isEqualTo("2026-10-02T20:15");
        assertThat(story.deadline(Step.MISSED_CALL).owner()).contains("值班长");
        story.callBack("2026-10-02T09:00");
        assertThat(story.met(Step.MISSED_CALL)).isNull();
        story.tell("2026-10-02T20:15");
        assertThat(story.met(Step.MISSED_CALL)).isEqualTo("2026-10-02T20:15");
        assertThat(story.isLate(Step.MISSED_CALL, "2026-12-01T00:00")).isFalse();
    }

    @Test
    void scenario_8_closed_in_march_rated_in_april() {
        var story = Story.of("jiangsu", Kind.COMPLAINT)
                .dispatch("2026-03-27T10:00")
                .submit("2026-03-31T16:00")
                .review("2026-03-31T17:50", true)
                .rate("2026-04-01T10:00", RatingChannel.SMS, 2);

        assertThat(followUps(story)).containsExactly("SMS_CALLBACK", "HUMAN_CALLBACK");
        story.rate("2026-04-02T10:00", RatingChannel.HUMAN, 1);
        assertThat(followUps(story)).containsExactly("SMS_CALLBACK", "HUMAN_CALLBACK", "RECTIFICATION");
        var closing = story.clocks().closing().orElseThrow();
        assertThat(closing.period()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(closing.publishedIn()).isEqualTo(YearMonth.of(2026, 4));

        var atMidnight =
                Story.of("jiangsu", Kind.COMPLAINT).dispatch("2026-03-27T10:00").review("2026-04-01T00:00", true);
        assertThat(atMidnight.clocks().closing().orElseThrow().period()).isEqualTo(YearMonth.of(2026, 4));
    }

    private static java.util.List<String> followUps(Story story) {
        return story.clocks().consequences(cn.yiqilai.calendar.WorkCalendars.at("2026-04-02T10:00")).stream()
                .map(Consequence::rule)
                .map(FollowUp::then)
                .map(Enum::name)
                .toList();
    }
}
