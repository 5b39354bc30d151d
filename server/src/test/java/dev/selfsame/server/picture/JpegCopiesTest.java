package dev.selfsame.server.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.admission.AdmissionLimits;
import dev.selfsame.server.testing.Faces;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JpegCopiesTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Admission admission =
            new Admission(new AdmissionLimits(1, Duration.ofSeconds(60)), meters);
    private final Engine engine = Engine.open(EngineConfig.DEFAULT);
    private final JpegCopies copies = new JpegCopies(engine, admission);

    private long before;

    @AfterAll
    void close() {
        admission.close();
        engine.close();
    }

    @BeforeEach
    void count() {
        before = meters.timer("selfsame.admission.wait").count();
    }

    private long admitted() {
        return meters.timer("selfsame.admission.wait").count() - before;
    }

    @Test
    void aJpegIsGivenAsItWasSent() {
        byte[] sent = Faces.anna();

        assertThat(copies.of("acme", sent, false)).isSameAs(sent);
        assertThat(admitted()).isZero();
    }

    @Test
    void aCompressedJpegIsSmallerAndOfTheSameSize() throws IOException {
        byte[] sent = encoded(Faces.anna(), "jpg", 1);

        byte[] copy = copies.of("acme", sent, true);

        assertThat(copy.length).isLessThan(sent.length);
        assertSameSize(copy, sent);
        assertThat(admitted()).isEqualTo(1);
    }

    @Test
    void aJpegThatWouldGrowIsGivenAsItWasSent() throws IOException {
        byte[] poor = copies.of("acme", encoded(Faces.anna(), "jpg", 0.1f), true);

        assertThat(copies.of("acme", poor, true)).isSameAs(poor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff"})
    void everythingElseBecomesAJpeg(String format) throws IOException {
        byte[] sent = encoded(Faces.anna(), format, 1);

        byte[] faithful = copies.of("acme", sent, false);
        byte[] compressed = copies.of("acme", sent, true);

        assertThat(faithful).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(compressed).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(compressed.length).isLessThan(faithful.length);
        assertSameSize(faithful, sent);
        assertSameSize(compressed, sent);
        assertThat(admitted()).isEqualTo(2);
    }

    @Test
    void whatIsNoPictureIsAFault() {
        assertThatThrownBy(() -> copies.of("acme", new byte[] {1, 2, 3}, false))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void assertSameSize(byte[] one, byte[] two) throws IOException {
        BufferedImage first = ImageIO.read(new ByteArrayInputStream(one));
        BufferedImage second = ImageIO.read(new ByteArrayInputStream(two));
        assertThat(first.getWidth()).isEqualTo(second.getWidth());
        assertThat(first.getHeight()).isEqualTo(second.getHeight());
    }

    private static byte[] encoded(byte[] picture, String format, float quality) throws IOException {
        BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(picture));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (format.equals("jpg")) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(quality);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(pixels, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
