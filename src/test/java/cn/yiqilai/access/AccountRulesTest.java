package cn.yiqilai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.ProblemException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {
    private static final String GOOD = "correct horse battery";

    @Test
    void a_sound_form_is_taken_as_it_is() {
        var checked = AccountRules.forNew(form("tax-01", "税务局经办", GOOD, "DEPARTMENT", "SPECIALIST"));

        assertThat(checked.username()).isEqualTo("tax-01");
        assertThat(checked.roles()).containsExactlyInAnyOrder(Role.DEPARTMENT, Role.SPECIALIST);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThat(wrong(form("Tax 01", " ", "short", "CLERK")))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("username", "displayName", "roles", "password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"elevenchars", "aaaaaaaaaaaaaaaa", "ababababababab", "my-tax-01-password", "MY-TAX-01-PASSWORD"})
    void a_password_that_is_short_monotonous_or_names_its_account_is_refused(String password) {
        assertThat(wrong(form("tax-01", "经办", password, "DEPARTMENT")))
                .extracting(FieldError::field)
                .containsExactly("password");
    }

    @Test
    void a_demo_password_is_no_password() {
        assertThat(wrong(form("department", "经办", "yiqilai-department", "DEPARTMENT")))
                .extracting(FieldError::field)
                .containsExactly("password");
    }

    @Test
    void twelve_code_points_of_chinese_are_enough() {
        assertThat(AccountRules.password("password", "一二三四五六七八九十百千", "tax-01")).hasSize(12);
    }

    @Test
    void an_enterprise_needs_no_account_and_nobody_works_without_a_role() {
        assertThat(wrong(form("tax-01", "经办", GOOD, "ENTERPRISE")))
                .extracting(FieldError::field)
                .containsExactly("roles");
        assertThat(wrong(form("tax-01", "经办", GOOD)))
                .extracting(FieldError::field)
                .containsExactly("roles");
    }

    @Test
    void a_change_touches_neither_the_user_name_nor_the_password() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> AccountRules.forChange(form("other", "经办", GOOD, "AGENT"), "tax-01"))
                .satisfies(refused -> assertThat(refused.problem().errors())
                        .extracting(FieldError::field)
                        .containsExactlyInAnyOrder("username", "password"));
    }

    @Test
    void no_form_shows_its_password() {
        assertThat(form("tax-01", "经办", GOOD, "AGENT")).asString().doesNotContain(GOOD);
    }

    private static AccountForm form(String username, String displayName, String password, String... roles) {
        return new AccountForm(username, displayName, Arrays.asList(roles), password, null);
    }

    private static List<FieldError> wrong(AccountForm form) {
        try {
            AccountRules.forNew(form);
            return List.of();
        } catch (ProblemException e) {
            return e.problem().errors();
        }
    }
}
