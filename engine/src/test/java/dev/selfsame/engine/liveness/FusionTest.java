package dev.selfsame.engine.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

class FusionTest {

    private final Fusion fusion = Fusion.shipped();

    private static Finding found(String name, double value) {
        return Finding.of(name, value, Diagnostic.ATTACK);
    }

    @Test
    void higherLevelIsStricter() {
        assertThat(fusion.threshold(SecurityLevel.HIGH))
                .isLessThan(fusion.threshold(SecurityLevel.MEDIUM));
        assertThat(fusion.threshold(SecurityLevel.MEDIUM))
                .isLessThan(fusion.threshold(SecurityLevel.LOW));
    }

    @Test
    void cleanTextureDoesNotOutweighAFlatMotion() {
        double score =
                fusion.score(
                        List.of(
                                found("texture:antispoof", -100),
                                found("flat-residual", -1),
                                found("flat-parallax", -2)));
        assertThat(score).isGreaterThan(fusion.threshold(SecurityLevel.LOW));
    }

    @Test
    void livelyMotionDoesNotOutweighAScreen() {
        double score =
                fusion.score(
                        List.of(
                                found("flat-residual", 3),
                                found("flat-parallax", 3),
                                found("texture:antispoof", -3),
                                found("moire", 6)));
        assertThat(score).isGreaterThan(fusion.threshold(SecurityLevel.LOW));
    }

    @Test
    void severalNetworksCountAsTheirMean() {
        double one = fusion.score(List.of(found("texture:antispoof", 3)));
        double two =
                fusion.score(List.of(found("texture:antispoof", 3), found("texture:other", 3)));
        assertThat(two).isCloseTo(one, within(1e-9));
    }

    @Test
    void convictionDecidesAlone() {
        Finding cut = Finding.convicting("cut", 1, true, Diagnostic.CUT);
        assertThat(fusion.score(List.of(cut, found("flat-residual", 3)))).isGreaterThan(0.99);
    }

    @Test
    void signWithoutAWeightSaysNothing() {
        assertThat(fusion.score(List.of(found("unheard-of", 1e6)))).isCloseTo(0.5, within(1e-9));
    }
}
