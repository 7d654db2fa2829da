package cn.yiqilai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
    @ParameterizedTest
    @CsvSource({"0,1,0", "0,200,0", "3,50,150", "1000000,200,200000000"})
    void a_page_within_bounds_begins_where_the_ones_before_it_end(int page, int size, long offset) {
        assertThat(new Page.Request(page, size).offset()).isEqualTo(offset);
    }

    @ParameterizedTest
    @CsvSource({"-1,10,page", "1000001,10,page", "-2147483648,10,page", "0,0,size", "0,-1,size", "0,201,size"})
    void a_page_out_of_bounds_is_refused_by_name(int page, int size, String field) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new Page.Request(page, size))
                .satisfies(e -> {
                    assertThat(e.problem().status()).isEqualTo(400);
                    assertThat(e.problem().errors())
                            .extracting(Problem.FieldError::field)
                            .containsExactly(field);
                });
    }

    @Test
    void the_rows_of_a_page_stay_what_they_were() {
        var rows = new ArrayList<>(List.of("一"));
        var page = new Page<>(rows, 7);
        rows.add("二");

        assertThat(page.items()).containsExactly("一");
    }
}
