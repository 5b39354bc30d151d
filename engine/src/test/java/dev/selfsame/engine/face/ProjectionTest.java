package dev.selfsame.engine.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.selfsame.engine.inference.InvalidPackException;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class ProjectionTest {

    private static final Projection PROJECTION =
            new Projection(new float[] {1, 2, 3}, new float[][] {{1, 0, 0}, {0, 0.5f, -0.5f}});

    @Test
    void subtractsTheMeanAndMultipliesByTheBasis() {
        assertThat(PROJECTION.apply(new float[] {4, 6, 8})).containsExactly(3, -0.5f);
    }

    @Test
    void comesBackFromItsFile() {
        Projection back = Projection.read(PROJECTION.write());
        assertThat(back.inputs()).isEqualTo(3);
        assertThat(back.outputs()).isEqualTo(2);
        assertThat(back.apply(new float[] {4, 6, 8}))
                .containsExactly(new float[] {3, -0.5f}, within(1e-3f));
    }

    @Test
    void everyOtherLengthIsRefused() {
        byte[] file = PROJECTION.write();
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> Projection.read(cut)).isInstanceOf(InvalidPackException.class);
        }
        byte[] longer = Arrays.copyOf(file, file.length + 2);
        assertThatThrownBy(() -> Projection.read(longer)).isInstanceOf(InvalidPackException.class);
    }

    @Test
    void hugeSizesInTheHeaderAllocateNothing() {
        byte[] file = PROJECTION.write();
        Arrays.fill(file, 4, 12, (byte) 0x7f);
        assertThatThrownBy(() -> Projection.read(file)).isInstanceOf(InvalidPackException.class);
    }
}
