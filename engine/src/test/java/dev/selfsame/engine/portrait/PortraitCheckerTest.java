package dev.selfsame.engine.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.testing.SamplePictures;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PortraitCheckerTest {

    private final Engine engine = Engine.open(EngineConfig.DEFAULT);
    private BufferedImage portrait = even(1, 1, Color.BLACK);

    @BeforeAll
    void takePicture() {
        portrait = StudioPortrait.of(engine, 1, 1556).picture();
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void namesTheRequirementsOfTheContractInOrder() {
        PortraitReport report = report(portrait);
        assertThat(report.findings().keySet().stream().map(Requirement::wireName))
                .containsExactly(
                        "Blurred",
                        "LookingAway",
                        "InkMarked",
                        "UnnaturalSkin",
                        "TooDarkLight",
                        "WashedOut",
                        "Pixelation",
                        "HairAcrossEyes",
                        "EyesClosed",
                        "VariedBackground",
                        "Roll_Pitch_Yaw",
                        "FlashReflectionOnSkin",
                        "RedEyes",
                        "ShadowsBehindHead",
                        "ShadowsAcrossFace",
                        "DarkTintedLenses",
                        "FlashReflectionOnLenses",
                        "FramesTooHeavy",
                        "FramesCoveringEyes",
                        "Hat_Cap",
                        "VeilOverFace",
                        "MouthOpen",
                        "OtherFaces");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, OK, 0",
        "1, -60, 0, SHIFTED_LEFT, 3",
        "1, 60, 0, SHIFTED_RIGHT, 4",
        "1, 0, -95, SHIFTED_UP, 5",
        "1, 0, 90, SHIFTED_DOWN, 6",
        "0.6, 0, 0, TOO_FAR, 7",
        "1.35, 0, 0, TOO_NEAR, 8"
    })
    void framingIsThatOfTheFullFrontalPortrait(
            double scale, int right, int down, FramingVerdict verdict, int code) {
        BufferedImage moved = even(portrait.getWidth(), portrait.getHeight(), StudioPortrait.WALL);
        Graphics2D g = StudioPortrait.smooth(moved);
        g.translate(portrait.getWidth() / 2.0 + right, StudioPortrait.EYES_Y + down);
        g.scale(scale, scale);
        g.translate(-portrait.getWidth() / 2.0, -StudioPortrait.EYES_Y);
        g.drawImage(portrait, 0, 0, null);
        g.dispose();

        assertThat(report(moved).framing()).isEqualTo(verdict);
        assertThat(verdict.code()).isEqualTo(code);
    }

    @Test
    void sameFileGivesTheSameReport() {
        byte[] file = SamplePictures.jpeg(portrait, 0.9f);
        assertThat(engine.checkPortrait(file)).isEqualTo(engine.checkPortrait(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 128, 255})
    void evenPictureHasNoFaceAndConformsInNothingButOtherFaces(int grey) {
        PortraitReport report = report(even(480, 600, new Color(grey, grey, grey)));

        assertThat(report.framing()).isEqualTo(FramingVerdict.NO_FACE);
        assertThat(report.framing().code()).isEqualTo(1);
        assertThat(report.findings()).hasSize(23);
        report.findings()
                .forEach(
                        (requirement, finding) ->
                                assertThat(finding.confidence())
                                        .isEqualTo(
                                                requirement == Requirement.OTHER_FACES ? 100 : 0));
        assertThat(report.allConformed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 16})
    void tinyPictureIsCheckedWithoutAFace(int side) {
        assertThat(report(even(side, side, Color.GRAY)).framing())
                .isEqualTo(FramingVerdict.NO_FACE);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 40, 64})
    void portraitOfAFewPixelsIsChecked(int width) {
        BufferedImage small =
                SamplePictures.placed(
                        portrait, width, width * 5 / 4, 0, 0, (double) width / portrait.getWidth());

        PortraitReport report = report(small);
        assertThat(report.findings()).hasSize(23);
        assertThat(report.allConformed()).isFalse();
    }

    @Test
    void groupPhotographFailsByItsOtherFaces() {
        PortraitReport report = report(SamplePictures.group(3));
        assertThat(finding(report, Requirement.OTHER_FACES).conformed()).isFalse();
        assertThat(report.allConformed()).isFalse();
    }

    @Test
    void faceCutByThePicturesEdgeIsChecked() {
        for (int left : new int[] {80, 150, 200}) {
            PortraitReport report =
                    report(SamplePictures.placed(portrait, 416 - left, 420, -left, -60, 1));
            assertThat(report.findings()).hasSize(23);
            assertThat(report.framing()).isNotEqualTo(FramingVerdict.OK);
        }
    }

    @Test
    void damagedFileIsUnreadable() {
        byte[] file = SamplePictures.jpeg(portrait, 0.9f);
        byte[] noise = new byte[5000];
        new Random(5).nextBytes(noise);

        assertThat(engine.checkPortrait(new byte[0])).isInstanceOf(PortraitCheck.Unreadable.class);
        assertThat(engine.checkPortrait(noise)).isInstanceOf(PortraitCheck.Unreadable.class);
        assertThat(engine.checkPortrait(Arrays.copyOf(file, file.length / 3)))
                .isInstanceOf(PortraitCheck.Unreadable.class);
    }

    @Test
    void flippedBitsNeverThrow() {
        byte[] file = SamplePictures.jpeg(portrait, 0.9f);
        Random random = new Random(23);
        for (int round = 0; round < 20; round++) {
            byte[] damaged = file.clone();
            for (int k = 0; k < 12; k++) {
                damaged[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            }
            assertThat(engine.checkPortrait(damaged)).isNotNull();
        }
    }

    @Test
    void strongCompressionLowersTheConfidenceInThePixels() {
        int[] confidences = new int[3];
        float[] qualities = {0.95f, 0.4f, 0.08f};
        for (int i = 0; i < qualities.length; i++) {
            byte[] file = SamplePictures.jpeg(portrait, qualities[i]);
            PortraitReport report = ((PortraitCheck.Checked) engine.checkPortrait(file)).report();
            confidences[i] = finding(report, Requirement.PIXELATION).confidence();
        }

        assertThat(confidences[0]).isGreaterThan(confidences[1]);
        assertThat(confidences[1]).isGreaterThan(confidences[2]);
        assertThat(confidences[2]).isLessThan(Finding.CONFORMED_FROM);
    }

    private PortraitReport report(BufferedImage picture) {
        byte[] file = SamplePictures.jpeg(picture, 0.95f);
        return ((PortraitCheck.Checked) engine.checkPortrait(file)).report();
    }

    private static Finding finding(PortraitReport report, Requirement requirement) {
        return Objects.requireNonNull(report.findings().get(requirement));
    }

    private static BufferedImage even(int width, int height, Color colour) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(colour);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return picture;
    }
}
