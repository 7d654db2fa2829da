package cn.yiqilai.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped profiles say beside the deadlines, row by row of the register. */
class ServiceRulesTest {
    @ParameterizedTest
    @CsvSource({
        "IMPORTANT, HEAD, 单位主要负责人",
        "LEADER_ASSIGNED, HEAD, 单位主要负责人",
        "UNRESOLVED, HEAD, 单位主要负责人",
        "WIDESPREAD, GOVERNMENT, 政府分管领导",
        "CITY_LEADER, GOVERNMENT, 政府分管领导",
        "HARD_CASE, DEPUTY, 单位分管领导"
    })
    void Y_47_Y_48_Y_49_who_signs_in_yancheng_follows_the_flags(Flag flag, SigningLevel level, String signer) {
        var approval =
                CityRules.of("yancheng").approval(Set.of(flag, Flag.JOINT)).orElseThrow();

        assertThat(approval.level()).isEqualTo(level);
        assertThat(approval.signer()).isEqualTo(signer);
        assertThat(approval.source()).endsWith("四(三)1");
    }

    @Test
    void Y_49_the_highest_level_that_a_flag_asks_for_holds() {
        var rules = CityRules.of("yancheng");

        assertThat(rules.approval(Set.of(Flag.IMPORTANT, Flag.CITY_LEADER))
                        .orElseThrow()
                        .level())
                .isEqualTo(SigningLevel.GOVERNMENT);
        assertThat(rules.approval(Set.of()).orElseThrow().level()).isEqualTo(SigningLevel.DEPUTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jiangsu", "shuangyashan", "suzhou"})
    void the_others_are_silent_on_who_signs(String profile) {
        assertThat(CityRules.of(profile).approval(Set.of(Flag.IMPORTANT))).isEmpty();
    }

    @Test
    void J_08_six_classes_are_accepted_and_the_last_four_follow_rules_of_their_own() {
        assertThat(CityRules.of("jiangsu").scope())
                .extracting(AcceptanceItem::id)
                .containsExactly("8.1", "8.2", "8.3", "8.4", "8.5", "8.6");
        assertThat(CityRules.of("jiangsu").scope())
                .filteredOn(AcceptanceItem::special)
                .extracting(AcceptanceItem::id)
                .containsExactly("8.3", "8.4", "8.5", "8.6");
    }

    @Test
    void J_09_there_are_six_grounds_for_not_accepting() {
        assertThat(CityRules.of("jiangsu").rejection())
                .extracting(AcceptanceItem::id)
                .containsExactly("9.1", "9.2", "9.3", "9.4", "9.5", "9.6");
        assertThat(CityRules.of("jiangsu").rejection())
                .filteredOn(item -> item.action() != null)
                .extracting(AcceptanceItem::id)
                .containsExactly("9.5");
        assertThat(CityRules.of("yancheng").rejection()).isNull();
    }

    @Test
    void J_23_J_24_J_25_the_chain_of_call_backs() {
        assertThat(CityRules.of("jiangsu").callBack())
                .extracting(FollowUp::when, FollowUp::then)
                .containsExactly(
                        tuple(FollowUp.When.CLOSED, FollowUp.Then.SMS_CALLBACK),
                        tuple(FollowUp.When.SMS_DISSATISFIED, FollowUp.Then.HUMAN_CALLBACK),
                        tuple(FollowUp.When.FIRST_HUMAN_DISSATISFIED, FollowUp.Then.RECTIFICATION));
    }

    @Test
    void J_50_article_25_has_five_grounds_for_supervision() {
        assertThat(CityRules.of("jiangsu").supervision())
                .extracting(FollowUp::id)
                .containsExactly("25.1", "25.2", "25.3", "25.4", "25.5", "26.1", "26.2", "26.3", "26.4");
    }

    @ParameterizedTest
    @CsvSource({
        "yancheng, realtime_connect_rate, 1.00, =",
        "yancheng, online_answer_rate, 1.00, =",
        "yancheng, close_rate, 1.00, =",
        "yancheng, satisfaction_rate, 0.98, >=",
        "shuangyashan, transfer_connect_rate, 0.95, >=",
        "shuangyashan, direct_answer_rate, 0.90, >=",
        "shuangyashan, three_way_share, 0.04, <="
    })
    void the_figures_to_reach(String profile, String id, String value, String op) {
        assertThat(CityRules.of(profile).targets())
                .filteredOn(target -> target.id().equals(id))
                .singleElement()
                .satisfies(target -> assertThat(target.value()).isEqualByComparingTo(value))
                .satisfies(target -> assertThat(target.op()).isEqualTo(op));
    }

    @Test
    void Z_22_the_quarterly_sheet_has_eleven_columns() {
        assertThat(values("suzhou", "direct_report", "quarterly_columns"))
                .containsExactly(
                        "序号", "诉求时间", "诉求内容", "企业名称", "企业联系人", "企业联系电话", "办理部门", "办理结果", "办理部门联系人", "办理部门联系电话", "满意度");
    }

    @Test
    void Y_38_a_reply_is_checked_in_four_ways_and_J_19_fails_in_three() {
        assertThat(values("yancheng", "reply", "checks")).containsExactly("调查清楚", "明确结论", "有效处理", "沟通到位");
        assertThat(values("jiangsu", "reply", "review_fails")).containsExactly("不规范", "不具体", "不完整");
    }

    @Test
    void S_11_the_rota_is_on_tuesdays_and_fridays() {
        assertThat(values("shuangyashan", "rota", "days")).containsExactly("TUESDAY", "FRIDAY");
        assertThat(values("shuangyashan", "rota", "hours")).containsExactly("08:30-11:30");
    }

    @Test
    void Y_36_Y_37_the_filing_codes_and_windows_are_counted() {
        assertThat(values("yancheng", "capacity", "filing_codes")).containsExactly("1095");
        assertThat(values("yancheng", "capacity", "registration_windows")).containsExactly("19");
    }

    @Test
    void every_profile_tells_the_ladder_from_an_answer_to_an_order() {
        assertThat(CityRules.book().all())
                .allSatisfy(rules -> assertThat(rules.answerLadder()).hasSizeGreaterThanOrEqualTo(3));
    }

    @Test
    void J_60_a_city_names_whom_it_may_follow_and_does_not_follow_by_itself() {
        assertThat(CityRules.of("suzhou").fallback().candidate()).isEqualTo("jiangsu");
        assertThat(CityRules.of("suzhou").fallback().source()).contains("第三十二条");
        assertThat(CityRules.alone("suzhou")
                        .on(Step.REPLY, Kind.CONSULT, Set.of())
                        .isSilent())
                .isTrue();
    }

    @Test
    void no_profile_fills_its_own_silence() {
        assertThatIllegalArgumentException().isThrownBy(() -> CityRules.with("suzhou", "suzhou"));
    }

    private static List<String> values(String profile, String section, String name) {
        var value = CityRules.of(profile).provision(section, name).orElseThrow().value();
        assertThat(value).isNotNull();
        return value;
    }
}
