package dev.selfsame.engine.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

class LivenessTaskTest {

    private static LivenessTask active(int challenges, int seed) {
        return LivenessTask.of(LivenessMode.ACTIVE, SecurityLevel.HIGH, challenges, seed);
    }

    @Test
    void sameSeedGivesTheSameTargetsForEver() {
        assertThat(active(4, 7)).isEqualTo(active(4, 7));
        assertThat(active(4, 7).targets()).startsWith(active(2, 7).targets().get(0));
        assertThat(active(3, 1).targets())
                .containsExactly(TargetPosition.B, TargetPosition.TR, TargetPosition.L);
        assertThat(active(3, 73).targets())
                .containsExactly(TargetPosition.L, TargetPosition.T, TargetPosition.B);
    }

    @Test
    void neighboursAreAtLeastAQuarterTurnApart() {
        for (int seed = 0; seed < 200; seed++) {
            List<TargetPosition> targets = active(8, seed).targets();
            assertThat(targets).hasSize(8);
            for (int i = 1; i < targets.size(); i++) {
                double turn =
                        LivenessTask.turn(targets.get(i).radians(), targets.get(i - 1).radians());
                assertThat(turn).isGreaterThan(1.5);
            }
        }
    }

    @Test
    void everyPositionComesUp() {
        Set<TargetPosition> seen = EnumSet.noneOf(TargetPosition.class);
        for (int seed = 0; seed < 100; seed++) {
            seen.addAll(active(1, seed).targets());
        }
        assertThat(seen).hasSize(TargetPosition.values().length);
    }

    @Test
    void otherModesHaveNoTargets() {
        assertThat(LivenessTask.of(LivenessMode.PASSIVE, SecurityLevel.LOW, 3, 1).targets())
                .isEmpty();
        List<TargetPosition> one = List.of(TargetPosition.L);
        assertThatThrownBy(() -> new LivenessTask(LivenessMode.PASSIVE, SecurityLevel.LOW, one))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> active(9, 1)).hasMessageContaining("challenges: 9");
    }
}
