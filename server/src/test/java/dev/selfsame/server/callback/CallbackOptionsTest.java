package dev.selfsame.server.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

final class CallbackOptionsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/08",
                "10.0.0.1/8",
                "10/8",
                "fd00::/129",
                "fd00::1/8",
                "fe80::1%eth0",
                "internal.example",
                "0x0a.0.0.0/8",
                "10.0.0.0/8/8",
                "/8"
            })
    void refusesWhatIsNoNetwork(String network) {
        List<String> networks = List.of(network);

        assertThatThrownBy(() -> Options.of(networks, null, SECOND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("selfsame.callback.allowed-networks: ")
                .hasMessageContaining("(expected: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hush-too-short", "hush with blanks in it, though long enough", "hush"})
    void refusesAKeyInWordsWithoutIt(String key) {
        assertThatThrownBy(() -> Options.of(List.of(), key, SECOND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("selfsame.callback.hmac-key: ")
                .message()
                .doesNotContain("hush");
    }

    @Test
    void theKeyIsNotPrinted() {
        String key = "hush-0123456789-0123456789-0123456789";

        assertThat(Options.of(List.of(), key, SECOND).toString()).doesNotContain("hush");
    }

    @Test
    void emptyEntriesOfTheListAreNone() {
        assertThat(Options.of(List.of("", " 10.0.0.0/8 "), null, SECOND).allowedNetworks())
                .containsExactly("10.0.0.0/8");
    }

    @Test
    void aNetworkEndsAtAnyBit() {
        Network network = Network.parse("10.1.2.128/25");

        assertThat(network.contains(InetAddress.ofLiteral("10.1.2.128"))).isTrue();
        assertThat(network.contains(InetAddress.ofLiteral("10.1.2.255"))).isTrue();
        assertThat(network.contains(InetAddress.ofLiteral("10.1.2.127"))).isFalse();
        assertThat(network.contains(InetAddress.ofLiteral("10.1.3.128"))).isFalse();
        assertThat(Network.parse("0.0.0.0/0").contains(InetAddress.ofLiteral("9.9.9.9"))).isTrue();
        assertThat(Network.parse("::/0").contains(InetAddress.ofLiteral("9.9.9.9"))).isFalse();
    }
}
