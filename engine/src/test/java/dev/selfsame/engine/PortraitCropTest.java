package dev.selfsame.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.selfsame.engine.face.Eyes;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceReading;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.face.FacesOutcome;
import dev.selfsame.engine.imaging.Image;
import dev.selfsame.engine.imaging.PngFile;
import dev.selfsame.engine.portrait.TokenCrop;
import dev.selfsame.engine.testing.SamplePictures;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortraitCropTest {

    private static final int SIDE = 480;

    private final Engine engine = Engine.open(EngineConfig.DEFAULT);
    private final List<BufferedImage> people = new ArrayList<>();

    PortraitCropTest() {
        for (int group : new int[] {3, 6}) {
            byte[] file = SamplePictures.groupFile(group);
            FacesOutcome.Faces found =
                    (FacesOutcome.Faces) engine.findFaces(file, FaceRequest.PLAIN);
            for (FaceReading face : found.faces()) {
                people.add(
                        SamplePictures.square(
                                SamplePictures.group(group),
                                face.box().x() + face.box().width() / 2,
                                face.box().y() + face.box().height() / 2,
                                face.box().height() * 2.2,
                                SIDE));
            }
        }
    }

    @AfterAll
    void close() {
        engine.close();
    }

    private Image crop(BufferedImage picture) {
        TokenCrop crop = engine.cropPortrait(SamplePictures.jpeg(picture, 0.95f));
        assertThat(crop).isInstanceOf(TokenCrop.Cropped.class);
        return ((TokenCrop.Cropped) crop).image();
    }

    private Eyes eyes(Image image) {
        FaceOutcome outcome = engine.readFace(PngFile.write(image), FaceRequest.PLAIN);
        return ((FaceOutcome.Found) outcome).face().eyes();
    }

    private void assertEyesAreWhereTheyBelong(Image token, double tolerance) {
        Eyes eyes = eyes(token);
        double width = token.width();
        assertThat(token.height() * 3).isEqualTo(token.width() * 4);
        assertThat(eyes.x1()).isCloseTo(0.375 * width - 1, within(tolerance * width));
        assertThat(eyes.x2()).isCloseTo(0.625 * width - 1, within(tolerance * width));
        assertThat(eyes.y1()).isCloseTo(0.6 * width, within(tolerance * width));
        assertThat(eyes.y2()).isCloseTo(0.6 * width, within(tolerance * width));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -35, -20, 12, 90, 180})
    void eyesAreFoundWhereTheyBelongHoweverTheFaceWasTurned(int degrees) {
        for (BufferedImage person : people) {
            assertEyesAreWhereTheyBelong(crop(SamplePictures.tilted(person, degrees)), 0.01);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1.7, 4})
    void eyesAreFoundWhereTheyBelongHoweverLargeTheFaceWas(double scale) {
        for (BufferedImage person : people.subList(0, 3)) {
            int side = (int) (SIDE * scale);
            Image token = crop(SamplePictures.placed(person, side, side, 0, 0, scale));
            assertEyesAreWhereTheyBelong(token, 0.01);
        }
    }

    @Test
    void sizeFollowsThePixelsThereAre() {
        BufferedImage person = people.get(0);
        double interEye =
                eyes(crop(person)).interEyePixels() / crop(person).width(); // a quarter by layout
        assertThat(interEye).isCloseTo(0.25, within(0.01));
        assertThat(crop(SamplePictures.placed(person, 240, 240, 0, 0, 0.5)).width()).isEqualTo(240);
        int plain = crop(person).width();
        int larger = crop(SamplePictures.placed(person, 960, 960, 0, 0, 2)).width();
        assertThat(larger).isCloseTo(2 * plain, within(24));
        assertThat(crop(SamplePictures.placed(person, 4800, 4800, 0, 0, 10)).width())
                .isEqualTo(1200);
    }

    @Test
    void tokenOfATokenIsTheSamePicture() {
        for (BufferedImage person : people) {
            Image once = crop(person);
            TokenCrop again = engine.cropPortrait(PngFile.write(once));
            Image twice = ((TokenCrop.Cropped) again).image();
            assertThat(twice.width()).isCloseTo(once.width(), within(12));
            assertEyesAreWhereTheyBelong(twice, 0.015);
        }
    }

    @Test
    void edgeIsContinuedWhereTheCropLeavesThePicture() {
        BufferedImage person = people.get(1);
        BufferedImage tight =
                SamplePictures.square(person, SIDE / 2.0, SIDE / 2.0, SIDE * 0.5, SIDE / 2);
        Image token = crop(tight);
        int lastRow = token.rgb().length - token.width() * 3;
        assertThat(Arrays.copyOfRange(token.rgb(), lastRow, token.rgb().length))
                .isNotEqualTo(new byte[token.width() * 3]);
    }

    @Test
    void saysWhyThereIsNoCrop() {
        byte[] empty = PngFile.write(new Image(200, 200, new byte[200 * 200 * 3]));
        assertThat(engine.cropPortrait(empty)).isInstanceOf(TokenCrop.NoFace.class);
        assertThat(engine.cropPortrait(SamplePictures.groupFile(6)))
                .isInstanceOfSatisfying(
                        TokenCrop.SeveralFaces.class,
                        several -> assertThat(several.count()).isGreaterThan(1));
        assertThat(engine.cropPortrait(new byte[] {1, 2, 3}))
                .isInstanceOf(TokenCrop.Unreadable.class);
    }
}
