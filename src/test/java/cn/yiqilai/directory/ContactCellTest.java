package cn.yiqilai.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactCellTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "演示人 0515-12345678",
                "演示人，0515-12345678",
                "演示人\n0515-12345678",
                "演示人（联系电话：0515-12345678）",
                "0515-12345678 演示人",
                "演示人０５１５-１２３４５６７８",
                "演示人0515-12345678",
            })
    void a_person_and_his_number_are_told_apart_however_they_are_written(String cell) {
        var contact = Objects.requireNonNull(ContactCell.read(cell));

        assertThat(contact.name()).isEqualTo("演示人");
        assertThat(contact.numbers()).isEqualTo(List.of("0515-12345678"));
    }

    @Test
    void several_numbers_are_all_kept_and_a_name_alone_is_a_name() {
        assertThat(Objects.requireNonNull(ContactCell.read("演示人 0515-12345678/13800000000"))
                        .numbers())
                .isEqualTo(List.of("0515-12345678", "13800000000"));
        var named = Objects.requireNonNull(ContactCell.read("演示人"));
        assertThat(named.name()).isEqualTo("演示人");
        assertThat(named.numbers()).isEmpty();
        assertThat(ContactCell.read(null)).isNull();
    }

    @Test
    void what_is_written_out_is_read_back() {
        var contact = new Contact("Jane Doe", List.of("0515-12345678", "+852-12345678"));

        var read = Objects.requireNonNull(ContactCell.read(ContactCell.write(contact)));

        assertThat(read.name()).isEqualTo(contact.name());
        assertThat(read.numbers()).isEqualTo(contact.numbers());
    }

    @Test
    void a_masked_name_shows_the_family_name_only() {
        assertThat(PersonName.masked("张某某")).isEqualTo("张**");
        assertThat(PersonName.masked("李")).isEqualTo("李**");
        assertThat(PersonName.masked("𠮷田")).isEqualTo("𠮷**");
        assertThat(PersonName.masked(null)).isNull();
    }
}
