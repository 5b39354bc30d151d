package dev.selfsame.server.tenant;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MatchingRulesTest {

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                -1e-5,
                -0.0,
                0,
                Double.MIN_VALUE,
                9.99e-10,
                0.10001,
                1,
                Double.MAX_VALUE
            })
    void refusesRatesThatNobodyCanMean(double fmr) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatchingRules(fmr, null))
                .withMessageStartingWith("face-fmr: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatchingRules(null, fmr))
                .withMessageStartingWith("finger-fmr: ");
    }
}
