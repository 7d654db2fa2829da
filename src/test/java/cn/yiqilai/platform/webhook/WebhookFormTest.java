package cn.yiqilai.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.ProblemException;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookFormTest {
    private static final OutsideAddress PUBLIC_ONLY = new OutsideAddress(
            false, host -> new InetAddress[] {InetAddress.getByName(host.endsWith("example.com") ? "8.8.8.8" : host)});

    @Test
    void what_is_well_formed_is_taken_with_its_kinds_in_order_and_once() {
        var form = form("https://hooks.example.com:8443/a?b=c", List.of("B_B", "A_A", "B_B"), Set.of());
        assertThat(form.kinds()).containsExactly("A_A", "B_B");
        assertThat(form.url().getHost()).isEqualTo("hooks.example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://[::1]/",
                "https://2130706433/",
                "https://169.254.169.254/latest/meta-data"
            })
    void an_address_inside_is_refused(String url) {
        assertThat(errors(url)).containsExactly("网址指向内部网络或保留地址，不允许使用。");
    }

    @Test
    void plain_http_is_refused_outside_of_ones_own_network() {
        assertThat(errors("http://hooks.example.com/"))
                .singleElement()
                .asString()
                .contains("https");
    }

    @Test
    void a_kind_that_nobody_announces_is_refused_and_the_known_ones_are_named() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> form("https://hooks.example.com/", List.of("OTHER"), Set.of("CLOSED", "ANSWERED")))
                .satisfies(e -> assertThat(e.problem().errors())
                        .extracting(FieldError::message)
                        .containsExactly("没有名为 OTHER 的事件，可用的有：ANSWERED、CLOSED。"));
        assertThat(form("https://hooks.example.com/", List.of("*"), Set.of("CLOSED"))
                        .kinds())
                .containsExactly("*");
    }

    private static List<String> errors(String url) {
        try {
            form(url, List.of("*"), Set.of());
            return List.of();
        } catch (ProblemException e) {
            return e.problem().errors().stream().map(FieldError::message).toList();
        }
    }

    private static WebhookForm form(String url, List<String> kinds, Set<String> known) {
        return WebhookForm.require("yc-tax", "市税务局办件系统", url, kinds, known, PUBLIC_ONLY);
    }
}
