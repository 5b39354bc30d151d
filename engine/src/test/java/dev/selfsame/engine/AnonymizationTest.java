package dev.selfsame.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.anonymization.Anonymization;
import dev.selfsame.engine.anonymization.Anonymization.Anonymized;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceReading;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.face.FacesOutcome;
import dev.selfsame.engine.imaging.Image;
import dev.selfsame.engine.imaging.PngFile;
import dev.selfsame.engine.testing.SamplePictures;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnonymizationTest {

    private static final FaceRequest ANY_TURN = new FaceRequest(true, false);

    private final Engine engine = Engine.open(EngineConfig.DEFAULT);

    @AfterAll
    void close() {
        engine.close();
    }

    private Anonymized anonymized(byte[] file) {
        return (Anonymized) engine.anonymize(file);
    }

    private FacesOutcome.Faces faces(byte[] file) {
        return (FacesOutcome.Faces) engine.findFaces(file, ANY_TURN);
    }

    @ParameterizedTest
    @CsvSource({"5,5", "6,4"})
    void noFaceIsFoundAfterwardsAtAnyTurn(int group, int people) {
        Anonymized covered = anonymized(SamplePictures.jpeg(small(group), 0.95f));
        assertThat(covered.faces()).isGreaterThanOrEqualTo(people);
        assertThat(faces(PngFile.write(covered.image())).faces()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-120, 90})
    void turnedFacesAreCoveredToo(int degrees) {
        byte[] turned = SamplePictures.jpeg(SamplePictures.tilted(small(6), degrees), 0.95f);
        Anonymized covered = anonymized(turned);
        assertThat(covered.faces()).isGreaterThanOrEqualTo(4);
        assertThat(faces(PngFile.write(covered.image())).faces()).isEmpty();
    }

    @Test
    void everyPointOfEveryFaceIsUnderTheColour() {
        byte[] file = SamplePictures.jpeg(small(6), 0.95f);
        Image covered = anonymized(file).image();
        Map<Integer, Integer> areas = new HashMap<>();
        for (int i = 0; i < covered.width() * covered.height(); i++) {
            int row = i / covered.width();
            areas.merge(pixel(covered, i % covered.width(), row), 1, Integer::sum);
        }
        for (FaceReading face : faces(file).faces()) {
            double oval = face.box().width() * face.box().height();
            for (int i = 0; i < face.mesh().length; i += 2) {
                int colour = pixel(covered, face.mesh()[i], face.mesh()[i + 1]);
                assertThat(areas.getOrDefault(colour, 0) / oval).isGreaterThan(0.5);
            }
        }
    }

    @Test
    void pixelsFarFromFacesStayAsTheyWere() {
        BufferedImage before = small(6);
        byte[] file = PngFile.write(image(before));
        Image after = anonymized(file).image();
        List<FaceReading> everybody = faces(file).faces();
        int same = 0;
        for (int y = 0; y < after.height(); y++) {
            for (int x = 0; x < after.width(); x++) {
                boolean far = true;
                for (FaceReading face : everybody) {
                    double dx = x - face.box().x() - face.box().width() / 2;
                    double dy = y - face.box().y() - face.box().height() / 2;
                    far &= Math.hypot(dx, dy) > 1.6 * face.box().height();
                }
                if (far) {
                    assertThat(pixel(after, x, y)).isEqualTo(before.getRGB(x, y) & 0xFFFFFF);
                    same++;
                }
            }
        }
        assertThat(same).isGreaterThan(after.width() * after.height() / 4);
    }

    @Test
    void pictureWithoutFacesIsReturnedAsItIs() {
        byte[] rgb = new byte[400 * 300 * 3];
        Random random = new Random(3);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i / 900 + random.nextInt(9));
        }
        Anonymized same = anonymized(PngFile.write(new Image(400, 300, rgb)));
        assertThat(same.faces()).isZero();
        assertThat(same.image().rgb()).isEqualTo(rgb);
    }

    @Test
    void nobodyIsLeftToCompare() {
        BufferedImage group = SamplePictures.group(3);
        FaceReading face = faces(PngFile.write(image(small(3)))).faces().get(0);
        byte[] person =
                SamplePictures.jpeg(
                        SamplePictures.square(
                                group,
                                4 * (face.box().x() + face.box().width() / 2),
                                4 * (face.box().y() + face.box().height() / 2),
                                4 * face.box().height() * 2.2,
                                480),
                        0.95f);
        assertThat(engine.readFace(person, ANY_TURN)).isInstanceOf(FaceOutcome.Found.class);
        byte[] covered = PngFile.write(anonymized(person).image());
        assertThat(engine.readFace(covered, ANY_TURN)).isInstanceOf(FaceOutcome.NoFace.class);
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThat(engine.anonymize(new byte[] {1, 2, 3}))
                .isInstanceOf(Anonymization.Unreadable.class);
    }

    private static BufferedImage small(int group) {
        BufferedImage full = SamplePictures.group(group);
        return SamplePictures.placed(full, full.getWidth() / 4, full.getHeight() / 4, 0, 0, 0.25);
    }

    private static int pixel(Image image, double x, double y) {
        int column = Math.clamp(Math.round(x), 0, image.width() - 1);
        int row = Math.clamp(Math.round(y), 0, image.height() - 1);
        int at = (row * image.width() + column) * 3;
        byte[] rgb = image.rgb();
        return (rgb[at] & 255) << 16 | (rgb[at + 1] & 255) << 8 | (rgb[at + 2] & 255);
    }

    private static Image image(BufferedImage from) {
        byte[] rgb = new byte[from.getWidth() * from.getHeight() * 3];
        for (int i = 0; i < rgb.length / 3; i++) {
            int pixel = from.getRGB(i % from.getWidth(), i / from.getWidth());
            rgb[3 * i] = (byte) (pixel >> 16);
            rgb[3 * i + 1] = (byte) (pixel >> 8);
            rgb[3 * i + 2] = (byte) pixel;
        }
        return new Image(from.getWidth(), from.getHeight(), rgb);
    }
}
