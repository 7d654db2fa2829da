package cn.yiqilai.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.platform.webhook.OutsideAddress.Found;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "1.1.1.1", "223.5.5.5", "172.15.0.1", "172.32.0.1", "2400:3200::1", "2606:4700::1"})
    void a_public_machine_may_be_called(String address) {
        assertThat(strict().find(url(address))).isInstanceOf(Found.Machine.class);
        assertThat(lenient().find(url(address))).isInstanceOf(Found.Machine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "::1",
                "fd12:3456::1",
                "::ffff:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:c0a8:0101::1"
            })
    void a_private_machine_only_where_that_is_allowed(String address) {
        assertThat(strict().find(url(address))).isEqualTo(new Found.Forbidden());
        assertThat(lenient().find(url(address))).isInstanceOf(Found.Machine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "169.254.169.254",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "fe80::1",
                "ff02::1",
                "2001:db8::1",
                "2001:0:1234::1",
                "100::1",
                "64:ff9b::169.254.169.254",
                "::169.254.169.254"
            })
    void what_is_no_machine_of_anybodys_is_never_called(String address) {
        assertThat(strict().find(url(address))).isEqualTo(new Found.Forbidden());
        assertThat(lenient().find(url(address))).isEqualTo(new Found.Forbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://2130706433/", "http://0/", "http://localhost/"})
    void other_spellings_of_this_machine_are_this_machine(String address) {
        assertThat(strict().find(URI.create(address))).isNotInstanceOf(Found.Machine.class);
    }

    @Test
    void a_name_with_one_forbidden_address_is_forbidden() {
        var outside = new OutsideAddress(false, host -> all("8.8.8.8", "10.0.0.1"));
        assertThat(outside.find(URI.create("https://hooks.example.com/"))).isEqualTo(new Found.Forbidden());
    }

    @Test
    void a_name_that_nobody_knows_is_unknown() {
        var outside = new OutsideAddress(false, host -> {
            throw new UnknownHostException(host);
        });
        assertThat(outside.find(URI.create("https://hooks.example.com/"))).isEqualTo(new Found.Unknown());
        assertThat(new OutsideAddress(false, host -> new InetAddress[0]).find(URI.create("https://hooks.example.com/")))
                .isEqualTo(new Found.Unknown());
    }

    private static OutsideAddress strict() {
        return new OutsideAddress(false, InetAddress::getAllByName);
    }

    private static OutsideAddress lenient() {
        return new OutsideAddress(true, InetAddress::getAllByName);
    }

    private static URI url(String address) {
        return URI.create("https://" + (address.contains(":") ? "[" + address + "]" : address) + "/");
    }

    private static InetAddress[] all(String... addresses) {
        return Arrays.stream(addresses)
                .map(address -> {
                    try {
                        return InetAddress.getByName(address);
                    } catch (UnknownHostException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray(InetAddress[]::new);
    }
}
