package dev.selfsame.engine.finger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.engine.finger.FingerQualityOutcome.Measured;
import dev.selfsame.engine.finger.FingerQualityOutcome.Unreadable;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.engine.testing.DrawnFinger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/** A drawn finger, spoilt step by step. */
final class FingerQualityTest {

    private static final int SIDE = new DrawnFinger(1).side();

    private final FingerReader reader = new FingerReader(ImageLimits.DEFAULT);

    private Measured measured(byte[] grey) {
        return (Measured) reader.measure(DrawnFinger.png(grey), FingerRequest.PLAIN);
    }

    private static byte[] drawn(double noise) {
        return new DrawnFinger(1).grey(0, 0, 0, noise);
    }

    /** The mean over a square, twice, which is nearly a Gaussian's. */
    private static byte[] blurred(byte[] grey, int radius) {
        byte[] once = mean(grey, radius);
        return mean(once, radius);
    }

    private static byte[] mean(byte[] grey, int radius) {
        byte[] out = new byte[grey.length];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int sum = 0;
                int n = 0;
                for (int v = Math.max(0, y - radius); v <= Math.min(SIDE - 1, y + radius); v++) {
                    for (int u = Math.max(0, x - radius);
                            u <= Math.min(SIDE - 1, x + radius);
                            u++) {
                        sum += grey[v * SIDE + u] & 0xff;
                        n++;
                    }
                }
                out[y * SIDE + x] = (byte) (sum / n);
            }
        }
        return out;
    }

    private static byte[] fainter(byte[] grey, double share) {
        byte[] out = new byte[grey.length];
        for (int i = 0; i < grey.length; i++) {
            out[i] = (byte) Math.round(255 - share * (255 - (grey[i] & 0xff)));
        }
        return out;
    }

    /** White below the row. */
    private static byte[] cut(byte[] grey, int rows) {
        byte[] out = grey.clone();
        Arrays.fill(out, rows * SIDE, out.length, (byte) 255);
        return out;
    }

    private void getsWorse(byte[] first, byte[]... further) {
        Measured before = measured(first);
        for (byte[] print : further) {
            Measured after = measured(print);
            assertThat(after.value()).isLessThan(before.value());
            assertThat(after.nfiq()).isGreaterThanOrEqualTo(before.nfiq());
            before = after;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void callsAClearPrintTheBest(long seed) {
        Measured clear = measured(new DrawnFinger(seed).grey());

        assertThat(clear.nfiq()).isEqualTo(1);
        assertThat(clear.value()).isGreaterThan(85);
        assertThat(clear.components().values())
                .allSatisfy(it -> assertThat(it).isBetween(0.0, 100.0));
        assertThat(clear.info().fileWidth()).isEqualTo(SIDE);
    }

    @Test
    void fallsWithNoise() {
        getsWorse(drawn(0), drawn(60), drawn(120), drawn(250));

        assertThat(measured(drawn(250)).nfiq()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void fallsWithBlur() {
        byte[] clear = drawn(0);
        getsWorse(clear, blurred(clear, 2), blurred(clear, 4));
    }

    @Test
    void fallsWithContrast() {
        byte[] clear = drawn(0);
        getsWorse(clear, fainter(clear, 0.4), fainter(clear, 0.1), fainter(clear, 0.02));

        assertThat(measured(fainter(clear, 0.02)).nfiq()).isEqualTo(5);
    }

    @Test
    void fallsWithTheArea() {
        byte[] print = drawn(60);
        getsWorse(print, cut(print, 250), cut(print, 160), cut(print, 90));

        assertThat(measured(cut(print, 90)).nfiq()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void callsWhatIsNoFingerTheWorst() {
        byte[] noise = new byte[SIDE * SIDE];
        new Random(1).nextBytes(noise);
        byte[] stripes = new byte[SIDE * SIDE];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = (byte) (i % SIDE / 5 % 2 * 255);
        }
        for (byte[] it : new byte[][] {noise, stripes, new byte[SIDE * SIDE], cut(noise, 0)}) {
            Measured measured = measured(it);
            assertThat(measured.nfiq()).isEqualTo(5);
            assertThat(measured.value()).isLessThan(45);
        }
    }

    @Test
    void measuresAtTheStatedResolution() {
        byte[] file = DrawnFinger.png(drawn(0));
        Measured usual = (Measured) reader.measure(file, FingerRequest.PLAIN);
        Measured stated = (Measured) reader.measure(file, new FingerRequest(500));
        Measured tiny = (Measured) reader.measure(file, new FingerRequest(2000));

        assertThat(stated).isEqualTo(usual);
        assertThat(tiny.value()).isLessThan(usual.value());
        assertThat(component(tiny, "area")).isLessThan(component(usual, "area") / 4);
        assertThat(reader.measure(file, new FingerRequest(150)))
                .as("7 square inches")
                .isInstanceOf(Unreadable.class);
    }

    private static double component(Measured measured, String name) {
        return measured.components().getOrDefault(name, Double.NaN);
    }

    @Test
    void refusesBrokenFilesAndSurvivesMutatedOnes() {
        assertThat(reader.measure(new byte[0], FingerRequest.PLAIN)).isInstanceOf(Unreadable.class);
        byte[] file = DrawnFinger.png(drawn(20));
        assertThat(reader.measure(Arrays.copyOf(file, file.length / 2), FingerRequest.PLAIN))
                .isInstanceOf(Unreadable.class);
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            byte[] mutated = file.clone();
            mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(reader.measure(mutated, FingerRequest.PLAIN)).isNotNull();
        }
    }

    @Test
    void refusesACategoryBeyondTheScale() {
        Measured any = measured(drawn(0));
        for (int nfiq : new int[] {0, 6}) {
            assertThatThrownBy(() -> new Measured(nfiq, 0, Map.of(), any.info()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
