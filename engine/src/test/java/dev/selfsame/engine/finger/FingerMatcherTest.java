package dev.selfsame.engine.finger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.machinezoo.sourceafis.FingerprintMatcher;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.template.BrokenTemplateException;
import dev.selfsame.engine.template.FingerTemplate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether drawn fingers are told apart, and what comes of templates from elsewhere. */
final class FingerMatcherTest {

    private static final double ONE_IN_TEN_THOUSAND = 1e-4;

    private final FingerMatcher matcher = new FingerMatcher();

    private static FingerTemplate finger(long seed) {
        return DrawnTemplates.of(seed);
    }

    @ParameterizedTest
    @CsvSource({"0,0,0,15", "15,0,0,0", "-30,12,-8,10", "90,0,0,10", "180,5,5,10", "0,60,40,10"})
    void recognisesAFingerTurnedShiftedAndNoisy(
            double degrees, double right, double down, double noise) {
        for (long seed = 1; seed <= 3; seed++) {
            Fmr fmr =
                    matcher.compare(
                            finger(seed), DrawnTemplates.of(seed, degrees, right, down, noise));

            assertThat(fmr.value()).isLessThan(ONE_IN_TEN_THOUSAND);
        }
    }

    @Test
    void tellsDifferentFingersApart() {
        for (long seed = 1; seed <= 6; seed++) {
            for (long other = seed + 1; other <= 6; other++) {
                assertThat(matcher.compare(finger(seed), finger(other)).value())
                        .as("%d and %d", seed, other)
                        .isGreaterThan(ONE_IN_TEN_THOUSAND);
            }
        }
    }

    @Test
    void givesTheSameWhicheverComesFirst() {
        for (long seed = 1; seed <= 4; seed++) {
            FingerTemplate one = finger(seed);
            FingerTemplate turned = DrawnTemplates.of(seed, 20, 3, 4, 25);

            assertThat(matcher.compare(one, turned)).isEqualTo(matcher.compare(turned, one));
        }
    }

    @Test
    void statesTenToTheMinusTenthOfTheScoreOfTheSmallerInTheLarger() {
        for (long seed = 2; seed <= 6; seed++) {
            boolean firstIsSmaller = size(finger(1)) < size(finger(seed));
            FingerTemplate smaller = firstIsSmaller ? finger(1) : finger(seed);
            FingerTemplate larger = firstIsSmaller ? finger(seed) : finger(1);
            double score =
                    new FingerprintMatcher(SerializedMinutiae.open(smaller))
                            .match(SerializedMinutiae.open(larger));

            assertThat(matcher.compare(larger, smaller).value())
                    .isEqualTo(Math.pow(10, -score / 10));
        }
    }

    private static int size(FingerTemplate template) {
        return template.minutiae().length;
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOURCEAFIS", "OTHER"})
    void refusesTemplatesOfAnotherModeOrVersion(String mode) {
        int version = mode.equals("SOURCEAFIS") ? 2 : 1;
        FingerTemplate foreign = new FingerTemplate(mode, version, finger(1).minutiae());

        assertThatThrownBy(() -> matcher.compare(finger(1), foreign))
                .isInstanceOf(BrokenTemplateException.class)
                .hasMessageContaining(mode + " version " + version);
    }
}
