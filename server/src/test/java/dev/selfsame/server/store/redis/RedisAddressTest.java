package dev.selfsame.server.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCredentials;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Objects;

final class RedisAddressTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({
        "redis://cache, redis://cache:6379/0",
        "redis://cache/, redis://cache:6379/0",
        "redis://cache:7000/3, redis://cache:7000/3",
        "rediss://cache:7000, rediss://cache:7000/0",
        "redis://hush:hush@10.0.0.7:7000/1, redis://10.0.0.7:7000/1",
        "redis://[::1]:7000, redis://[::1]:7000/0"
    })
    void itsPlaceHoldsNeitherUserNorPassword(String url, String place) {
        RedisAddress address = RedisAddress.of(url, TIMEOUT);

        assertThat(address.place()).isEqualTo(place);
        assertThat(address).hasToString(place);
    }

    @ParameterizedTest
    @CsvSource({
        "redis://anna:secret@cache, anna, secret",
        "redis://:secret@cache, , secret",
        "redis://secret@cache, , secret",
        "redis://an%40na:s%3Ae+c%2Fret@cache, an@na, s:e+c/ret"
    })
    void userAndPasswordAreDecoded(String url, @Nullable String user, String password) {
        RedisCredentials credentials =
                Objects.requireNonNull(
                        RedisAddress.of(url, TIMEOUT)
                                .uri()
                                .getCredentialsProvider()
                                .resolveCredentials()
                                .block());

        assertThat(credentials.getUsername()).isEqualTo(user);
        assertThat(new String(credentials.getPassword())).isEqualTo(password);
    }

    @Test
    void theSecureSchemeChecksTheCertificate() {
        assertThat(RedisAddress.of("rediss://cache", TIMEOUT).uri().isSsl()).isTrue();
        assertThat(RedisAddress.of("rediss://cache", TIMEOUT).uri().isVerifyPeer()).isTrue();
        assertThat(RedisAddress.of("redis://cache", TIMEOUT).uri().isSsl()).isFalse();
        assertThat(RedisAddress.of("redis://[::1]", TIMEOUT).uri().getHost()).isEqualTo("::1");
    }
}
