package dev.selfsame.server.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;

final class TraceOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "ftp://h/v1/traces, , 1, endpoint",
        "http://user:hush@h/v1/traces, , 1, endpoint",
        "/v1/traces, , 1, endpoint",
        ", hush, 1, endpoint",
        "http://h/, 'hush\n', 1, authorization",
        "http://h/, , 1.1, sample",
        "http://h/, , -0.1, sample",
        "http://h/, , NaN, sample"
    })
    void namesWhatIsWrongWithoutASecret(
            @Nullable URI endpoint, @Nullable String authorization, double sample, String name) {
        assertThatThrownBy(() -> new TraceOptions(endpoint, authorization, sample))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("selfsame.traces." + name)
                .hasMessageContaining("(expected: ")
                .hasMessageNotContaining("hush");
    }

    @Test
    void keepsItsSecretToItself() {
        assertThat(new TraceOptions(URI.create("http://h/"), "hush", 1))
                .hasToString("TraceOptions[on]");
    }
}
