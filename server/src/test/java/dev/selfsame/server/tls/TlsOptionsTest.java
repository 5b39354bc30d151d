package dev.selfsame.server.tls;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;

final class TlsOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "c, , NONE, , 10s, 0s, , private-key: missing",
        ", k, NONE, , 10s, 0s, , certificate: missing",
        ", , WANT, a, 10s, 0s, , client-certificates: WANT",
        "c, k, NEED, , 10s, 0s, , client-authorities: missing",
        "c, k, NONE, a, 10s, 0s, , client-authorities: a",
        "c, k, NONE, , 0.05s, 0s, , check-every: PT0.05S",
        "c, k, NONE, , 10s, -1s, , hsts: PT-1S",
        "c, k, NONE, , 10s, 0s, 65536, plain-port: 65536",
        ", , NONE, , 10s, 0s, 80, plain-port: 80"
    })
    void refusesWhatIsHalfSaid(
            @Nullable Path certificate,
            @Nullable Path key,
            ClientCertificates clients,
            @Nullable Path authorities,
            String every,
            String hsts,
            @Nullable Integer plainPort,
            String message) {
        assertThatThrownBy(
                        () ->
                                new TlsOptions(
                                        certificate,
                                        key,
                                        clients,
                                        authorities,
                                        Duration.parse("PT" + every),
                                        Duration.parse("PT" + hsts),
                                        plainPort))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("selfsame.tls." + message)
                .hasMessageContaining("(expected: ");
    }
}
