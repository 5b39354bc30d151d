package dev.selfsame.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;

class TemplateCodecTest {

    private static final byte[] VECTOR = vector(384);
    private static final byte[] FACE =
            TemplateCodec.encode(new FaceTemplate("SELFSAME_F1", 1, VECTOR));

    @Test
    void faceComesBackAsItWas() {
        FaceTemplate back =
                (FaceTemplate) ((TemplateDecoding.Read) TemplateCodec.decode(FACE)).template();
        assertThat(back.mode()).isEqualTo("SELFSAME_F1");
        assertThat(back.modeVersion()).isEqualTo(1);
        assertThat(back.vector()).isEqualTo(VECTOR);
    }

    @Test
    void fingerComesBackAsItWas() {
        FingerTemplate finger =
                new FingerTemplate("SOURCEAFIS", 3, vector(FingerTemplate.MAX_LENGTH));
        FingerTemplate back =
                (FingerTemplate)
                        ((TemplateDecoding.Read) TemplateCodec.decode(TemplateCodec.encode(finger)))
                                .template();
        assertThat(back.minutiae()).isEqualTo(finger.minutiae());
        assertThat(back.modeVersion()).isEqualTo(3);
    }

    @Test
    void longestFaceFitsFiveHundredAndTwelveBytes() {
        FaceTemplate longest =
                new FaceTemplate("A".repeat(32), 255, vector(FaceTemplate.MAX_LENGTH));
        assertThat(TemplateCodec.encode(longest).length).isLessThanOrEqualTo(512);
    }

    @Test
    void everyFlippedBitIsRefused() {
        for (int bit = 0; bit < FACE.length * 8; bit++) {
            byte[] altered = FACE.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(TemplateCodec.decode(altered))
                    .as("bit " + bit)
                    .isInstanceOf(TemplateDecoding.Refused.class);
        }
    }

    @Test
    void everyOtherLengthIsRefused() {
        for (int length = 0; length < FACE.length; length++) {
            assertThat(TemplateCodec.decode(Arrays.copyOf(FACE, length)))
                    .as("length " + length)
                    .isInstanceOf(TemplateDecoding.Refused.class);
        }
        assertThat(TemplateCodec.decode(Arrays.copyOf(FACE, FACE.length + 1)))
                .isInstanceOf(TemplateDecoding.Refused.class);
    }

    @Test
    void wrongContentWithRightChecksumIsRefused() {
        for (int at = 4; at < 8; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] altered = FACE.clone();
                if (altered[at] == (byte) value) {
                    continue;
                }
                altered[at] = (byte) value;
                TemplateDecoding result = TemplateCodec.decode(checksummed(altered));
                // the mode's version is free content; all else in the frame is fixed by the rest
                boolean allowed = (at == 6 && value != 0) || (at == 5 && value == 2);
                assertThat(result instanceof TemplateDecoding.Read)
                        .as("byte " + at + " = " + value)
                        .isEqualTo(allowed);
            }
        }
    }

    @Test
    void randomBytesAreRefused() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(600)];
            random.nextBytes(bytes);
            assertThat(TemplateCodec.decode(bytes)).isInstanceOf(TemplateDecoding.Refused.class);
        }
    }

    @Test
    void refusalsSayWhatIsWrong() {
        byte[] future = FACE.clone();
        future[4] = 2;
        assertThat(((TemplateDecoding.Refused) TemplateCodec.decode(future)).detail())
                .isEqualTo("template format 2 is not readable (expected: 1)");
    }

    @Test
    void modeNamesAreChecked() {
        assertThatThrownBy(() -> new FaceTemplate("lower", 1, VECTOR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("mode: lower");
        assertThatThrownBy(() -> new FaceTemplate("OK", 0, VECTOR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("modeVersion: 0");
        assertThatThrownBy(() -> new FaceTemplate("OK", 1, new byte[461]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("vector: 461");
    }

    private static byte[] checksummed(byte[] template) {
        CRC32C crc = new CRC32C();
        crc.update(template, 0, template.length - 4);
        ByteBuffer.wrap(template)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(template.length - 4, (int) crc.getValue());
        return template;
    }

    private static byte[] vector(int length) {
        byte[] vector = new byte[length];
        new Random(length).nextBytes(vector);
        return vector;
    }
}
