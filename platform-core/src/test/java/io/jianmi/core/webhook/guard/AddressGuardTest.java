package io.jianmi.core.webhook.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server may reach by itself, however it is spelled. */
class AddressGuardTest {

    private final AddressGuard guard = new AddressGuard(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "192.0.0.192",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "::127.0.0.1"
            })
    void whatIsNotOfThePublicInternetIsClosed(String address) throws UnknownHostException {
        assertThat(guard.permits("x", InetAddress.getByName(address).getAddress()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.15.255.255", "172.32.0.1", "100.63.0.1", "100.128.0.1", "2606:4700::1111"})
    void thePublicInternetIsOpen(String address) throws UnknownHostException {
        assertThat(guard.permits("x", InetAddress.getByName(address).getAddress()))
                .isTrue();
    }

    @Test
    void aMappedAddressIsJudgedEvenIfItComesAsSixteenBytes() {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        mapped[12] = 1;
        mapped[15] = 1;
        assertThat(guard.permits("x", mapped)).isFalse();
    }

    @Test
    void whatTheOperatorListsIsOpenAndNothingBesideIt() throws UnknownHostException {
        AddressGuard own = new AddressGuard(List.of("10.1.2.0/24", " erp.intern ", "fd12::/16", "192.168.7.7"));
        byte[] far = InetAddress.getByName("10.9.9.9").getAddress();

        assertThat(own.permits("x", InetAddress.getByName("10.1.2.200").getAddress()))
                .isTrue();
        assertThat(own.permits("x", InetAddress.getByName("10.1.3.1").getAddress()))
                .isFalse();
        assertThat(own.permits("x", InetAddress.getByName("192.168.7.7").getAddress()))
                .isTrue();
        assertThat(own.permits("x", InetAddress.getByName("192.168.7.8").getAddress()))
                .isFalse();
        assertThat(own.permits("x", InetAddress.getByName("fd12::5").getAddress()))
                .isTrue();
        assertThat(own.permits("erp.intern", far)).isTrue();
        assertThat(own.permits("evil.erp.intern", far)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://Hooks.Example.com/in?x=1, true, hooks.example.com, 443, /in?x=1
            http://a.example:8080, false, a.example, 8080, /
            https://[2606:4700::1111]/, true, 2606:4700::1111, 443, /
            http://1.1.1.1/x, false, 1.1.1.1, 80, /x
            """)
    void anAddressIsReadStrictly(String text, boolean secure, String host, int port, String path) {
        assertThat(WebhookUrl.parse(text)).contains(new WebhookUrl(secure, host, port, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a.example/",
                "file:///etc/passwd",
                "gopher://a.example",
                "https://user:pw@a.example/",
                "https://a.example@127.0.0.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://0x7f.1/",
                "http://1.2.3.04/",
                "https://a_b.example/",
                "https://a.example/#x",
                "https://a.example:0/",
                "https://a.example:70000/",
                "https:///x",
                "//a.example",
                "a.example",
                "",
                "https://a.example/\n",
                "https://ａ.example/",
                "https://a..example/",
                "https://a.example\\@b.example/"
            })
    void whatProgramsReadDifferentlyIsNoAddress(String text) {
        assertThat(WebhookUrl.parse(text)).isEmpty();
    }

    @Test
    void aListShowsWhereItGoesAndNoSecretOfIt() {
        assertThat(WebhookUrl.parse("https://a.example/in/s3cret?token=x")
                        .orElseThrow()
                        .place())
                .isEqualTo("https://a.example");
        assertThat(WebhookUrl.parse("http://a.example:8080/in").orElseThrow().place())
                .isEqualTo("http://a.example:8080");
    }
}
