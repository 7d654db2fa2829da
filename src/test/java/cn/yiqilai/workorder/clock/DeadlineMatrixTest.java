package cn.yiqilai.workorder.clock;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.calendar.WorkCalendars;
import cn.yiqilai.city.CityRules;
import cn.yiqilai.city.ExtensionRule;
import cn.yiqilai.city.ExtensionRule.Cap;
import cn.yiqilai.city.ExtensionRule.Measure;
import cn.yiqilai.city.Flag;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.Step;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each row of the deadline matrix of the design, city by city. Nothing said is {@code -}, shown as 本地未规定. */
class DeadlineMatrixTest {
    private static final String SILENT = "本地未规定";

    /** S-29: 形成工单5分钟内转派. Elsewhere 第一时间, no number: Y-35, R-05. */
    @ParameterizedTest
    @CsvSource({"yancheng,本地未规定", "jiangsu,本地未规定", "shuangyashan,5 分钟", "suzhou,本地未规定"})
    void row_dispatch(String profile, String rule) {
        assertThat(rule(profile, Kind.HELP, Step.DISPATCH)).isEqualTo(rule);
    }

    /** J-16, R-06: 1个工作小时内签收并主动联系; S-30: 2个小时内签收并沟通; Y-39: 及时签收, no number. */
    @ParameterizedTest
    @CsvSource({"yancheng,本地未规定", "jiangsu,1 工作小时", "shuangyashan,2 小时", "suzhou,本地未规定"})
    void row_sign_and_contact(String profile, String rule) {
        for (var kind : Kind.values()) {
            assertThat(rule(profile, kind, Step.SIGN)).isEqualTo(rule);
            assertThat(rule(profile, kind, Step.FIRST_CONTACT)).isEqualTo(rule);
        }
    }

    /** Y-50, J-17 (R-07: Rugao uses the provincial limits). */
    @ParameterizedTest
    @CsvSource({"yancheng,本地未规定,5 工作日", "jiangsu,3 工作日,本地未规定", "shuangyashan,本地未规定,本地未规定", "suzhou,本地未规定,本地未规定"})
    void row_consult(String profile, String reply, String close) {
        assertThat(rule(profile, Kind.CONSULT, Step.REPLY)).isEqualTo(reply);
        assertThat(rule(profile, Kind.CONSULT, Step.CLOSE)).isEqualTo(close);
    }

    /** Y-50, Y-51, J-18, S-31, S-32. */
    @ParameterizedTest
    @CsvSource({
        "yancheng,HELP,本地未规定,5 工作日",
        "yancheng,SUGGESTION,本地未规定,10 工作日",
        "yancheng,COMPLAINT,本地未规定,10 工作日",
        "yancheng,REPORT,本地未规定,10 工作日",
        "jiangsu,HELP,5 工作日,本地未规定",
        "jiangsu,SUGGESTION,5 工作日,本地未规定",
        "jiangsu,COMPLAINT,5 工作日,本地未规定",
        "jiangsu,REPORT,5 工作日,本地未规定",
        "shuangyashan,HELP,本地未规定,3 工作日",
        "shuangyashan,SUGGESTION,本地未规定,3 工作日",
        "shuangyashan,COMPLAINT,本地未规定,5 工作日",
        "shuangyashan,REPORT,本地未规定,5 工作日",
        "suzhou,HELP,本地未规定,本地未规定",
        "suzhou,REPORT,本地未规定,本地未规定"
    })
    void row_other(String profile, Kind kind, String reply, String close) {
        assertThat(rule(profile, kind, Step.REPLY)).isEqualTo(reply);
        assertThat(rule(profile, kind, Step.CLOSE)).isEqualTo(close);
    }

    /** Y-52: 其中疑难复杂问题原则上15个工作日内办结. */
    @Test
    void row_other_hard_cases_of_yancheng() {
        assertThat(rule("yancheng", Kind.COMPLAINT, Step.CLOSE, Flag.HARD_CASE)).isEqualTo("15 工作日");
        assertThat(rule("jiangsu", Kind.COMPLAINT, Step.REPLY, Flag.HARD_CASE)).isEqualTo("5 工作日");
    }

    /** S-36: 联合办理5个工作日 from receipt, whatever the kind. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void row_other_joint_handling_of_shuangyashan(Kind kind) {
        var story = Story.of("shuangyashan", kind, Flag.JOINT)
                .receive("2026-03-09T10:00")
                .dispatch("2026-03-11T10:00");

        assertThat(story.deadline(Step.CLOSE).rule()).isEqualTo("5 工作日");
        assertThat(story.due(Step.CLOSE)).isEqualTo("2026-03-16T18:00");
    }

    /** J-20: 咨询类1个工作日、非咨询类2个工作日内申请退回. */
    @ParameterizedTest
    @CsvSource({"CONSULT,1 工作日", "HELP,2 工作日", "SUGGESTION,2 工作日", "COMPLAINT,2 工作日", "REPORT,2 工作日"})
    void row_return(Kind kind, String rule) {
        assertThat(rule("jiangsu", kind, Step.RETURN_REQUEST)).isEqualTo(rule);
        for (var silent : Set.of("yancheng", "shuangyashan", "suzhou")) {
            assertThat(rule(silent, kind, Step.RETURN_REQUEST)).isEqualTo(SILENT);
        }
    }

    /** Y-53: apply, no cap. J-21, J-22: before expiry, no cap. S-33: 最长不得超过3个工作日. S-37: joint 不得超过10个工作日. */
    @Test
    void row_extension() {
        assertThat(extension("yancheng", Kind.COMPLAINT, Step.CLOSE).cap()).isNull();
        assertThat(extension("jiangsu", Kind.CONSULT, Step.REPLY).cap()).isNull();
        assertThat(extension("jiangsu", Kind.CONSULT, Step.REPLY).decidedBy()).isEqualTo("江苏12345");
        assertThat(extension("shuangyashan", Kind.HELP, Step.CLOSE).cap()).isEqualTo(new Cap(3, Measure.LENGTH));
        assertThat(extension("shuangyashan", Kind.HELP, Step.CLOSE).needs()).contains("说明原因");
        assertThat(extension("shuangyashan", Kind.HELP, Step.CLOSE, Flag.JOINT).cap())
                .isEqualTo(new Cap(10, Measure.TOTAL));
        assertThat(extension("shuangyashan", Kind.HELP, Step.CLOSE, Flag.JOINT).needs())
                .contains("向诉求人说明原因");
    }

    /** S-42: 办理完成后1个工作日内反馈. */
    @ParameterizedTest
    @CsvSource({"yancheng,本地未规定", "jiangsu,本地未规定", "shuangyashan,1 工作日", "suzhou,本地未规定"})
    void row_feedback_after_done(String profile, String rule) {
        assertThat(rule(profile, Kind.HELP, Step.FEEDBACK)).isEqualTo(rule);
    }

    /** S-08, S-25. */
    @Test
    void only_shuangyashan_has_rules_for_the_night_and_for_missed_calls() {
        assertThat(rule("shuangyashan", Kind.HELP, Step.NIGHT_CONTACT)).isEqualTo("工作日 09:00 前");
        assertThat(rule("shuangyashan", Kind.HELP, Step.MISSED_CALL)).isEqualTo("24 小时");
        for (var silent : Set.of("yancheng", "jiangsu", "suzhou")) {
            assertThat(rule(silent, Kind.HELP, Step.NIGHT_CONTACT)).isEqualTo(SILENT);
            assertThat(rule(silent, Kind.HELP, Step.MISSED_CALL)).isEqualTo(SILENT);
        }
    }

    /** J-27: 第八条第三项至第六项另有规定的，从其规定. That is no silence which a fallback could fill. */
    @Test
    void special_sources_take_their_own_rule() {
        var rules = CityRules.with("jiangsu", "shuangyashan");
        var story = Story.of(rules, Kind.CONSULT, Flag.SPECIAL_SOURCE).dispatch("2026-03-10T10:00");

        for (var step : Set.of(Step.SIGN, Step.FIRST_CONTACT, Step.RETURN_REQUEST, Step.REPLY)) {
            assertThat(story.due(step)).isNull();
            assertThat(story.deadline(step).rule()).isEqualTo(SILENT);
            assertThat(story.deadline(step).source()).contains("第十一条末款");
            assertThat(story.deadline(step).days()).singleElement().asString().contains("从其规定");
        }
        assertThat(story.has(Step.MISSED_CALL))
                .as("the fallback has a rule, and no call was missed")
                .isFalse();
    }

    @Test
    void a_silent_step_is_never_overdue() {
        var story = Story.of("suzhou", Kind.COMPLAINT).dispatch("2020-01-06T10:00");

        assertThat(story.clocks().deadlines())
                .allSatisfy(one -> assertThat(one.isOverdue(WorkCalendars.at("2026-01-01T00:00")))
                        .isFalse());
    }

    @ParameterizedTest
    @CsvSource({"yancheng", "jiangsu", "shuangyashan", "suzhou"})
    void every_number_names_its_document_and_article(String profile) {
        assertThat(CityRules.of(profile).limits().values())
                .allSatisfy(lines -> assertThat(lines).allSatisfy(line -> {
                    if (line.limit() != null) {
                        assertThat(line.source()).matches("\\d{3}_[0-9a-f]{16}\\.txt .+");
                    }
                }));
    }

    @ParameterizedTest
    @CsvSource({"yancheng", "jiangsu", "shuangyashan", "suzhou"})
    void every_kind_with_any_flags_finds_its_line_on_every_step(String profile) {
        var flags = Flag.values();
        for (var mask = 0; mask < 1 << flags.length; mask++) {
            var set = EnumSet.noneOf(Flag.class);
            for (var i = 0; i < flags.length; i++) {
                if ((mask & 1 << i) != 0) {
                    set.add(flags[i]);
                }
            }
            for (var kind : Kind.values()) {
                assertThat(Arrays.stream(Step.values())
                                .map(step -> CityRules.of(profile).limit(step, kind, set)))
                        .doesNotContainNull();
            }
        }
    }

    private static ExtensionRule extension(String profile, Kind kind, Step step, Flag... flags) {
        var rule = CityRules.of(profile).limit(step, kind, Set.of(flags)).extension();
        assertThat(rule).isNotNull();
        return rule;
    }

    /** As it is read off the clocks once everything has happened that can start one; it began at night, which binds the contact. */
    private static String rule(String profile, Kind kind, Step step, Flag... flags) {
        var story = Story.of(profile, kind, flags)
                .miss("2026-03-09T20:00")
                .receive("2026-03-09T22:00")
                .form("2026-03-10T09:59")
                .dispatch("2026-03-10T10:00")
                .review("2026-03-10T11:00", true);
        return step == Step.FIRST_CONTACT
                ? story.clocks().rules().on(step, kind, Set.of(flags)).words()
                : story.deadline(step).rule();
    }
}
