package cn.yiqilai.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.city.CityRules;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.Target;
import cn.yiqilai.insight.Indicator.Exclusion;
import cn.yiqilai.insight.OrderFacts.Ending;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** March 2026, counted by hand. */
class MeasuresTest {
    private static final Period MARCH = Period.parse("2026-03").orElseThrow();
    private static final String DURING = "2026-03-10T02:00:00Z";
    private static final TalkFacts TALKS = new TalkFacts(10, 2, 7, 20, 3, 4, 5);

    /** As short as a line of a table. */
    private static final class Some {
        private final String number;
        private Kind kind = Kind.COMPLAINT;
        private @Nullable String unit = "tax";
        private @Nullable String dispatchedAt = DURING;
        private @Nullable Ending ending;
        private @Nullable String endedAt;
        private boolean threeWay;
        private @Nullable String due;
        private @Nullable String metAt;
        private int returns;
        private int extensions;
        private int sentBack;
        private boolean supervised;
        private @Nullable Integer first;
        private @Nullable Integer latest;

        Some(String number) {
            this.number = number;
        }

        Some of(Kind what) {
            kind = what;
            return this;
        }

        Some closed(String at) {
            ending = Ending.CLOSED;
            endedAt = at;
            return this;
        }

        Some online(String at, boolean bySpecialist) {
            ending = Ending.ANSWERED_ONLINE;
            endedAt = at;
            threeWay = bySpecialist;
            unit = null;
            dispatchedAt = null;
            return this;
        }

        Some declined(String at) {
            online(at, false);
            ending = Ending.DECLINED;
            return this;
        }

        Some undispatched() {
            unit = null;
            dispatchedAt = null;
            return this;
        }

        Some due(String at, @Nullable String met) {
            due = at;
            metAt = met;
            return this;
        }

        Some rated(int firstGrade, int latestGrade) {
            first = firstGrade;
            latest = latestGrade;
            return this;
        }

        Some with(int returned, int extended, int back, boolean watched) {
            returns = returned;
            extensions = extended;
            sentBack = back;
            supervised = watched;
            return this;
        }

        OrderFacts facts() {
            return new OrderFacts(
                    number,
                    kind,
                    unit,
                    at(dispatchedAt),
                    ending,
                    at(endedAt),
                    threeWay,
                    at(due),
                    at(metAt),
                    true,
                    returns,
                    extensions,
                    sentBack,
                    supervised,
                    first,
                    latest);
        }

        private static @Nullable Instant at(@Nullable String text) {
            return text == null ? null : Instant.parse(text);
        }
    }

    /** Six closed in March, one in April, three answered on the line, one declined, four open at the end. */
    private static final List<OrderFacts> ORDERS = List.of(
            // In time to the second (reading A2), content from the first.
            new Some("closed-1")
                    .closed("2026-03-12T02:00:00Z")
                    .due("2026-03-11T10:00:00Z", "2026-03-11T10:00:00Z")
                    .rated(5, 5)
                    .facts(),
            // Submitted in time, accepted after the limit (reading A7); not content at first, then content.
            new Some("closed-2")
                    .closed("2026-03-20T02:00:00Z")
                    .due("2026-03-19T10:00:00Z", "2026-03-19T09:00:00Z")
                    .rated(2, 3)
                    .with(1, 0, 1, true)
                    .facts(),
            // A second too late.
            new Some("closed-3")
                    .closed("2026-03-20T02:00:00Z")
                    .due("2026-03-19T10:00:00Z", "2026-03-19T10:00:01Z")
                    .rated(4, 2)
                    .with(0, 2, 0, false)
                    .facts(),
            // The rules are silent; nobody rated.
            new Some("closed-4").closed("2026-03-31T09:50:00Z").facts(),
            // The last instant of March.
            new Some("closed-5")
                    .closed("2026-03-31T15:59:59Z")
                    .due("2026-04-02T10:00:00Z", "2026-03-31T09:00:00Z")
                    .facts(),
            // Dispatched in February, closed in March.
            consultOfFebruary(),
            // Midnight: April's.
            new Some("april")
                    .closed("2026-03-31T16:00:00Z")
                    .due("2026-03-30T10:00:00Z", "2026-03-31T09:00:00Z")
                    .rated(1, 1)
                    .facts(),
            new Some("desk").of(Kind.CONSULT).online(DURING, false).facts(),
            new Some("specialist").of(Kind.CONSULT).online(DURING, true).facts(),
            new Some("help-online").of(Kind.HELP).online(DURING, false).facts(),
            new Some("declined").of(Kind.CONSULT).declined(DURING).facts(),
            new Some("open-late")
                    .of(Kind.CONSULT)
                    .due("2026-03-25T10:00:00Z", null)
                    .facts(),
            new Some("open-submitted")
                    .due("2026-03-25T10:00:00Z", "2026-03-24T10:00:00Z")
                    .facts(),
            new Some("open-not-due").due("2026-04-03T10:00:00Z", null).facts(),
            new Some("open-undispatched").undispatched().facts());

    private static OrderFacts consultOfFebruary() {
        var some = new Some("closed-6").of(Kind.CONSULT).closed("2026-03-02T02:00:00Z");
        some.dispatchedAt = "2026-02-27T02:00:00Z";
        return some.facts();
    }

    private final Measures march = measures("yancheng", ORDERS);

    private static Measures measures(String profile, List<OrderFacts> orders) {
        return new Measures(
                MARCH,
                Optional.ofNullable(CityRules.book().of(profile).targets()).orElse(List.of()),
                orders);
    }

    @Test
    void requirement_J_46_what_was_closed_counts_and_what_is_open_is_carried_over() {
        assertThat(march.closed())
                .extracting(OrderFacts::number)
                .containsExactly("closed-1", "closed-2", "closed-3", "closed-4", "closed-5", "closed-6");
        assertThat(march.open())
                .extracting(OrderFacts::number)
                .containsExactly("april", "open-late", "open-submitted", "open-not-due", "open-undispatched");
    }

    @Test
    void requirement_Y_12_the_rate_of_closing_leaves_out_what_is_not_due_and_what_was_declined() {
        // Six closed and three answered on the line; two late at the end of March: open-late, and april that was met
        // too late.
        assertIndicator(march.closing(), 9, 11, "0.8182", false);
        assertThat(march.closing().exclusions()).extracting(Exclusion::count).containsExactly(3L, 1L);
        assertThat(march.closing().exclusions().getFirst().reason()).contains("计入下一期");
    }

    @Test
    void requirement_Y_13_the_rate_of_satisfaction_goes_by_what_was_said_last_of_those_who_said_anything_A12() {
        assertIndicator(march.satisfaction(), 2, 3, "0.6667", false);
        assertThat(march.satisfaction().exclusions())
                .extracting(Exclusion::count)
                .containsExactly(3L);
        assertIndicator(march.firstSatisfaction(), 2, 3, "0.6667", null);
        assertThat(march.firstSatisfaction().target()).isNull();
    }

    @Test
    void reading_A7_in_time_is_what_was_submitted_in_time_and_what_has_no_limit_does_not_count() {
        assertIndicator(march.onTime(), 3, 4, "0.7500", null);
        assertThat(march.onTime().exclusions()).extracting(Exclusion::count).containsExactly(2L);
    }

    @Test
    void requirement_Y_11_general_policies_are_answered_on_line_by_the_service_the_desk_or_a_specialist() {
        // 20 by the service, 2 orders on the line; one consult dispatched in March.
        assertIndicator(march.answeredOnline(TALKS), 22, 23, "0.9565", false);
        assertThat(march.answeredOnline(TALKS).exclusions())
                .extracting(Exclusion::count)
                .containsExactly(4L, 3L, 5L, 1L, 9L);
    }

    @Test
    void requirement_S_28_answered_directly_is_what_the_desk_answered_of_what_was_consulted() {
        var direct = measures("shuangyashan", ORDERS).answeredDirectly();

        assertIndicator(direct, 1, 3, "0.3333", false);
        assertThat(direct.target())
                .satisfies(target -> assertThat(target.value()).isEqualByComparingTo("0.90"));
        assertThat(march.answeredDirectly().target()).isNull();
    }

    @Test
    void requirement_Y_10_is_measured_of_conversations_as_far_as_they_are_recorded() {
        assertIndicator(march.connection(TALKS), 7, 8, "0.8750", false);
        assertThat(march.connection(TALKS).exclusions())
                .extracting(Exclusion::count)
                .containsExactly(2L);
        assertThat(march.connection(TALKS).definition()).contains("电话来电尚未记录");
    }

    @Test
    void what_went_with_the_closed_orders_is_counted_of_all_of_them() {
        assertIndicator(march.returned(), 1, 6, "0.1667", null);
        assertIndicator(march.extended(), 1, 6, "0.1667", null);
        assertIndicator(march.sentBack(), 1, 6, "0.1667", null);
        assertIndicator(march.supervised(), 1, 6, "0.1667", null);
    }

    @Test
    void an_empty_month_has_no_values_at_all() {
        var indicators = Evaluating.indicators(measures("yancheng", List.of()), TalkFacts.NONE);

        assertThat(indicators).hasSize(11).allSatisfy(indicator -> {
            assertThat(indicator.denominator()).isZero();
            assertThat(indicator.value()).isNull();
            assertThat(indicator.reached()).isNull();
            assertThat(indicator.exclusions()).isEmpty();
        });
    }

    @Test
    void a_city_that_names_a_figure_and_no_number_is_shown_without_a_verdict_and_one_that_is_silent_without_a_target() {
        var named = measures("jiangsu", ORDERS).satisfaction();
        assertThat(named.target())
                .satisfies(target -> assertThat(target.value()).isNull());
        assertThat(named.reached()).isNull();
        assertThat(measures("suzhou", ORDERS).satisfaction().target()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "98, 100, >=, true",
        "97996, 100000, >=, false",
        "4, 100, <=, true",
        "401, 10000, <=, false",
        "10, 10, =, true",
        "9, 10, =, false"
    })
    void a_target_is_reached_by_the_whole_fraction_and_not_by_its_rounded_value(
            long numerator, long denominator, String op, boolean reached) {
        var wanted =
                switch (op) {
                    case ">=" -> "0.98";
                    case "<=" -> "0.04";
                    default -> "1.00";
                };
        var target = new Target("close_rate", "办结率", new BigDecimal(wanted), op, null, "某文件");

        assertThat(Indicator.of("close_rate", numerator, denominator, List.of(target), List.of())
                        .reached())
                .isEqualTo(reached);
    }

    private static void assertIndicator(
            Indicator indicator, long numerator, long denominator, String value, @Nullable Boolean reached) {
        assertThat(indicator.numerator()).as("numerator").isEqualTo(numerator);
        assertThat(indicator.denominator()).as("denominator").isEqualTo(denominator);
        assertThat(indicator.value()).isEqualByComparingTo(value);
        assertThat(indicator.reached()).isEqualTo(reached);
    }
}
