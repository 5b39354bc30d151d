package dev.selfsame.engine.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Random;

/** Code tables made of frequencies, and read again by the decoder's reader. */
final class HuffmanCoderTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 200, 256})
    void isReadBackByTheDecoder(int symbols) throws RefusedException {
        Random random = new Random(symbols);
        int[] counts = new int[256];
        for (int i = 0; i < symbols; i++) {
            counts[i * 7 % 256] = 1 + (int) Math.exp(random.nextDouble() * 15);
        }

        assertIsRead(new HuffmanCoder(counts), counts);
    }

    /** Without the limit the rarest of these would get 40 bits. */
    @Test
    void hasNoCodeOfMoreThan16Bits() throws RefusedException {
        int[] counts = new int[256];
        counts[0] = 1;
        counts[1] = 1;
        for (int i = 2; i < 44; i++) {
            counts[i] = counts[i - 1] + counts[i - 2];
        }

        HuffmanCoder coder = new HuffmanCoder(counts);

        assertThat(coder.length(0)).isEqualTo(16);
        for (int i = 2; i < 44; i++) {
            assertThat(coder.length(i)).isBetween(1, coder.length(i - 1));
        }
        assertIsRead(coder, counts);
    }

    @Test
    void givesFrequentSymbolsShortCodes() {
        int[] counts = new int[256];
        counts[5] = 1000;
        counts[6] = 300;
        counts[7] = 200;
        counts[8] = 100;

        HuffmanCoder coder = new HuffmanCoder(counts);

        assertThat(new int[] {coder.length(5), coder.length(6), coder.length(7), coder.length(8)})
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void isEmptyWithoutSymbols() {
        assertThat(new HuffmanCoder(new int[256]).stored()).containsOnly(0).hasSize(16);
    }

    private static void assertIsRead(HuffmanCoder coder, int[] counts) throws RefusedException {
        byte[] stored = coder.stored();
        byte[] content = new byte[1 + stored.length];
        System.arraycopy(stored, 0, content, 1, stored.length);
        HuffmanCodes[] tables = new HuffmanCodes[1];
        HuffmanCodes.read(Bytes.bigEndian(content), tables);
        for (int symbol = 0; symbol < 256; symbol++) {
            int length = coder.length(symbol);
            assertThat(length > 0).isEqualTo(counts[symbol] > 0);
            if (length > 0) {
                int next16 = coder.code(symbol) << (16 - length);
                assertThat(tables[0].symbolOf(next16)).isEqualTo(symbol);
                assertThat(tables[0].lengthOf(next16)).isEqualTo(length);
                assertThat(coder.code(symbol)).isLessThan((1 << length) - 1);
            }
        }
        assertThat(Arrays.stream(counts).filter(count -> count > 0).count())
                .isEqualTo(stored.length - 16L);
    }
}
