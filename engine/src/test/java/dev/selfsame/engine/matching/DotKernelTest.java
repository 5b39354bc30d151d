package dev.selfsame.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

final class DotKernelTest {

    private static final int[] LENGTHS = {
        1, 2, 3, 31, 32, 33, 63, 64, 65, 127, 128, 129, 384, 460, 512, 1000, 4096
    };

    private static Stream<DotKernel> kernels() {
        return Stream.of(new ScalarKernel(), new VectorKernel());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void randomVectorsGiveTheProductsOfLongArithmetic(DotKernel kernel) {
        Random random = new Random(1);
        for (int length : LENGTHS) {
            byte[][] vectors = new byte[37][length];
            for (byte[] vector : vectors) {
                random.nextBytes(vector);
            }
            assertExact(kernel, vectors);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void extremeVectorsGiveTheProductsOfLongArithmetic(DotKernel kernel) {
        byte[] extremes = {-128, -127, -1, 0, 1, 127};
        for (int length : LENGTHS) {
            byte[][] vectors = new byte[extremes.length * extremes.length][length];
            for (int i = 0; i < vectors.length; i++) {
                // why: neighbours share a lane, so every pair of extremes meets every other
                Arrays.fill(vectors[i], extremes[i % extremes.length]);
                for (int j = 0; j < length; j += 2) {
                    vectors[i][j] = extremes[i / extremes.length];
                }
            }
            assertExact(kernel, vectors);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void onlyTheFirstVectorsAreTaken(int count) {
        byte[] block = new byte[Probe.STRIDE_UNIT * 5];
        Arrays.fill(block, (byte) 1);
        byte[] wanted = new byte[Probe.STRIDE_UNIT];
        Arrays.fill(wanted, (byte) 2);
        for (DotKernel kernel : kernels().toList()) {
            int[] dots = new int[5];
            Arrays.fill(dots, -1);
            kernel.dots(block, count, Probe.of(wanted), dots);
            for (int i = 0; i < dots.length; i++) {
                assertThat(dots[i]).isEqualTo(i < count ? 2 * Probe.STRIDE_UNIT : -1);
            }
        }
    }

    private static void assertExact(DotKernel kernel, byte[][] vectors) {
        int stride = Probe.stride(vectors[0].length);
        byte[] block = new byte[stride * vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            System.arraycopy(vectors[i], 0, block, i * stride, vectors[i].length);
        }
        for (byte[] wanted : vectors) {
            int[] dots = new int[vectors.length];
            kernel.dots(block, vectors.length, Probe.of(wanted), dots);
            long[] expected =
                    Arrays.stream(vectors).mapToLong(vector -> dot(vector, wanted)).toArray();
            assertThat(Arrays.stream(dots).asLongStream().toArray()).isEqualTo(expected);
        }
    }

    private static long dot(byte[] a, byte[] b) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (long) a[i] * b[i];
        }
        return sum;
    }
}
