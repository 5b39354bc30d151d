package dev.selfsame.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

final class ScopesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "all;all",
                "match;match",
                "metrics, match;match,metrics",
                "all,match;all",
                "multibiometrics-write;multibiometrics-write",
                "multibiometrics;multibiometrics-read,multibiometrics-write",
                "match,multibiometrics;match,multibiometrics-read,multibiometrics-write"
            })
    void writesWhatItReads(String typed, String text) {
        assertThat(Scopes.parse(typed).text()).isEqualTo(text);
        assertThat(Scopes.stored(text)).isEqualTo(Scopes.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "Match",
                "match,unknown",
                "m",
                "multi",
                "multibiometrics-",
                "session"
            })
    void refusesWhatItDoesNotKnow(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scopes.parse(typed))
                .withMessageContaining("expected: all or match, sessions-read");
    }

    @Test
    void aStoredNameOfALaterVersionAllowsNothing() {
        assertThat(Scopes.stored("later,match")).isEqualTo(new Scopes(false, Set.of(Scope.MATCH)));
    }

    @Test
    void allowsWhatIsNamedOrAll() {
        assertThat(Scopes.ALL.allow(Scope.METRICS)).isTrue();
        assertThat(Scopes.parse("match").allow(Scope.MATCH)).isTrue();
        assertThat(Scopes.parse("match").allow(Scope.METRICS)).isFalse();
    }
}
