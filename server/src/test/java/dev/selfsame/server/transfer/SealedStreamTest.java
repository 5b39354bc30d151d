package dev.selfsame.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

final class SealedStreamTest {

    private static final char[] PASSPHRASE = "correct horse battery".toCharArray();
    private static final int HEADER = 8 + 16 + 4;
    private static final int BOX = 4 + SealedOutput.FRAME_BYTES + FrameKey.TAG_BYTES;

    @Test
    void givesBackWhatWasWrittenWhereverFramesEnd() throws IOException {
        for (int length :
                new int[] {0, 1, SealedOutput.FRAME_BYTES, 2 * SealedOutput.FRAME_BYTES + 1}) {
            byte[] content = content(length);

            assertThat(open(sealed(content))).isEqualTo(content);
        }
    }

    @Test
    void framesCannotBeCutOffLeftOutOrChangePlaces() throws IOException {
        byte[] file = sealed(content(2 * SealedOutput.FRAME_BYTES + 1));

        assertRefused(Arrays.copyOf(file, HEADER + BOX));
        assertRefused(Arrays.copyOf(file, HEADER + 2 * BOX));
        assertRefused(Arrays.copyOf(file, file.length - 1));
        byte[] swapped = file.clone();
        System.arraycopy(file, HEADER, swapped, HEADER + BOX, BOX);
        System.arraycopy(file, HEADER + BOX, swapped, HEADER, BOX);
        assertRefused(swapped);
        assertRefused(
                ByteBuffer.allocate(file.length - BOX)
                        .put(file, 0, HEADER)
                        .put(file, HEADER + BOX, file.length - HEADER - BOX)
                        .array());
    }

    @Test
    void changedBitsAndLengthsAreNoticed() throws IOException {
        byte[] file = sealed(content(100));
        for (int at : new int[] {HEADER + 3, HEADER + 4, HEADER + 50, file.length - 1}) {
            byte[] altered = file.clone();
            altered[at] ^= 1;
            assertRefused(altered);
        }
        byte[] endless = file.clone();
        ByteBuffer.wrap(endless).putInt(HEADER, Integer.MAX_VALUE);
        assertRefused(endless);
        byte[] slow = file.clone();
        ByteBuffer.wrap(slow).putInt(HEADER - 4, Integer.MAX_VALUE);
        assertRefused(slow);
        assertRefused(Arrays.copyOf(file, HEADER));
        assertRefused(Arrays.copyOf(file, 20));
    }

    private static void assertRefused(byte[] file) {
        assertThatThrownBy(() -> open(file)).isInstanceOf(UnusableExportException.class);
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }

    private static byte[] sealed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SealedOutput sealed = new SealedOutput(out, PASSPHRASE)) {
            sealed.write(content);
            sealed.finish();
        }
        return out.toByteArray();
    }

    private static byte[] open(byte[] file) throws IOException {
        try (SealedInput in = new SealedInput(new ByteArrayInputStream(file), PASSPHRASE)) {
            return in.readAllBytes();
        }
    }
}
