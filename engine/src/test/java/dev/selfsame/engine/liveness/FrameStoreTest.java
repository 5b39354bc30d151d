package dev.selfsame.engine.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.face.Eyes;
import dev.selfsame.engine.face.FaceBox;
import dev.selfsame.engine.face.HeadPose;
import dev.selfsame.engine.face.LocatedFace;
import dev.selfsame.engine.face.Openness;
import dev.selfsame.engine.face.TrackedFace;

import org.junit.jupiter.api.Test;

import java.util.List;

class FrameStoreTest {

    private static KeptFrame frame(long millis, int bytes) {
        LocatedFace face =
                new LocatedFace(
                        new FaceBox(0, 0, 1, 1, 1),
                        new Eyes(0, 0, 1, 0),
                        new float[0],
                        1,
                        new HeadPose(0, 0, 0),
                        new Openness(1, 1, 0));
        return new KeptFrame(
                new byte[bytes],
                new Sighting(
                        millis,
                        1,
                        1,
                        1,
                        new TrackedFace(face, new float[0]),
                        new GreyPlane(1, 1, 1, new byte[1]),
                        new Light(0, 0, 0)));
    }

    @Test
    void neverHoldsMoreThanItsLimits() {
        FrameStore store = new FrameStore();
        for (int i = 0; i < 1000; i++) {
            store.add(frame(i, i % 2 == 0 ? 512 * 1024 : 1000));
            assertThat(store.frames().size()).isLessThanOrEqualTo(FrameStore.MAX_FRAMES);
            assertThat(store.bytes()).isLessThanOrEqualTo(FrameStore.MAX_BYTES);
        }
    }

    @Test
    void keepsTheFirstAndTheLastAndTheOrder() {
        FrameStore store = new FrameStore();
        for (int i = 0; i < 500; i++) {
            store.add(frame(i, 10));
        }
        List<Long> millis = store.frames().stream().map(KeptFrame::millis).toList();
        assertThat(millis).isSorted().startsWith(0L).endsWith(499L);
        assertThat(millis.size()).isGreaterThan(FrameStore.MAX_FRAMES / 2);
    }

    @Test
    void isEmptyAfterANewBeginning() {
        FrameStore store = new FrameStore();
        store.add(frame(1, 10));
        store.clear();
        assertThat(store.frames()).isEmpty();
        assertThat(store.bytes()).isZero();
    }
}
