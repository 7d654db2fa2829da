package cn.yiqilai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenTest {
    @Test
    void a_token_says_its_kind_and_fits_into_an_address() {
        assertThat(Token.random(Token.SESSION).text()).matches("s_[A-Za-z0-9_-]{43}");
        assertThat(Token.random(Token.CONVERSATION).text()).matches("c_[A-Za-z0-9_-]{43}");
    }

    @Test
    void no_two_are_alike() {
        assertThat(Stream.generate(() -> Token.random(Token.SESSION)).limit(1000))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_stored_is_its_digest() {
        var token = new Token("abc");

        assertThat(token.hash())
                .asHexString()
                .isEqualToIgnoringCase("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void it_does_not_show_itself_in_a_log() {
        var token = Token.random(Token.SESSION);

        assertThat("logged " + token)
                .doesNotContain(token.text())
                .doesNotContain(token.text().substring(2));
    }
}
