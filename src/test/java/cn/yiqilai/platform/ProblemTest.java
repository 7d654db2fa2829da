package cn.yiqilai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.yiqilai.platform.Problem.FieldError;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void a_wrong_field_is_named_with_what_is_wrong() {
        var problem = Problem.invalidField("size", "page.size", 200).and(new FieldError("page", "也不对"));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors())
                .containsExactly(new FieldError("size", "size 须在 1 到 200 之间。"), new FieldError("page", "也不对"));
    }

    @Test
    void more_can_be_said_without_changing_what_was_said() {
        var plain = Problem.conflict("request.idempotency-differs");
        var more = plain.with("current", 3).with("state", "DRAFT");

        assertThat(plain.extensions()).isEmpty();
        assertThat(more.extensions()).containsEntry("current", 3).containsEntry("state", "DRAFT");
        assertThat(more.status()).isEqualTo(409);
    }

    @Test
    void only_failures_are_problems() {
        assertThatIllegalArgumentException().isThrownBy(() -> Problem.of(200, "request.invalid"));
        assertThatIllegalArgumentException().isThrownBy(() -> Problem.of(600, "request.invalid"));
    }
}
