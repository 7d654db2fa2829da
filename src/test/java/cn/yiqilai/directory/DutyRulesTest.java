package cn.yiqilai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.platform.FieldChecks;
import cn.yiqilai.platform.Problem.FieldError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DutyRulesTest {
    @Test
    void a_contact_holds_from_then_to_then_or_always() {
        assertThat(wrong("2026-03-10 18:00", "2026-03-11 09:00", "0000-00000000"))
                .isEmpty();
        assertThat(wrong(null, null, "0000-00000000")).isEmpty();
    }

    @Test
    void half_a_time_is_none() {
        assertThat(wrong("2026-03-10 18:00", null, "0000-00000000")).containsExactly("ends");
        assertThat(wrong(null, "2026-03-10 18:00", "0000-00000000")).containsExactly("begins");
    }

    @Test
    void duty_ends_after_it_begins() {
        assertThat(wrong("2026-03-10 18:00", "2026-03-10 18:00", "0000-00000000"))
                .containsExactly("ends");
        assertThat(wrong("2026-03-11 09:00", "2026-03-10 18:00", "0000-00000000"))
                .containsExactly("ends");
    }

    @Test
    void a_contact_without_a_number_is_none() {
        assertThat(wrong(null, null, null)).containsExactly("phone");
        assertThat(wrong(null, null, "值班室")).containsExactly("phone");
    }

    private static List<String> wrong(@Nullable String begins, @Nullable String ends, @Nullable String phone) {
        var checks = new FieldChecks(UnitRules.PROBLEM);
        var unit = Optional.of(SomeUnit.department("tax", "市税务局", null));
        DutyRules.check(checks, new DutyForm("tax", "演示值班室", phone, begins, ends, null, null), unit);
        return checks.errors().stream().map(FieldError::field).toList();
    }
}
