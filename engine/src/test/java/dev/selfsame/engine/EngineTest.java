package dev.selfsame.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceReading;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.face.FacesOutcome;
import dev.selfsame.engine.inference.InvalidPackException;
import dev.selfsame.engine.matching.Candidate;
import dev.selfsame.engine.matching.FaceGallery;
import dev.selfsame.engine.matching.IncomparableTemplatesException;
import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.engine.testing.PackFolder;
import dev.selfsame.engine.testing.SamplePictures;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineTest {

    private static final int SIDE = 480;

    private final Engine engine = Engine.open(EngineConfig.DEFAULT);
    private final List<BufferedImage> people = new ArrayList<>();

    @BeforeAll
    void cutOutPeople() {
        for (int group : new int[] {3, 6}) {
            BufferedImage picture = SamplePictures.group(group);
            for (FaceReading face : faces(SamplePictures.groupFile(group))) {
                people.add(
                        SamplePictures.square(
                                picture,
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

    @ParameterizedTest
    @CsvSource({"3,3", "4,4", "5,5", "6,4"})
    void findsEverybodyInAGroupPhotograph(int number, int count) {
        assertThat(faces(SamplePictures.groupFile(number))).hasSize(count);
    }

    @Test
    void findsFacesOfFortyPixelsInAPictureOfFourThousand() {
        BufferedImage group = SamplePictures.group(6);
        double largest = faces(SamplePictures.groupFile(6)).get(0).box().width();
        BufferedImage wide = SamplePictures.placed(group, 4000, 3000, 2900, 400, 40 / largest);
        List<FaceReading> found = faces(SamplePictures.jpeg(wide, 0.95f));
        assertThat(found).hasSize(4);
        assertThat(found.get(0).box().width()).isBetween(32.0, 48.0);
    }

    @Test
    void samePersonStaysTheSameThroughEditing() {
        for (BufferedImage person : people) {
            FaceTemplate reference = template(SamplePictures.jpeg(person, 0.95f));
            List<byte[]> edited =
                    List.of(
                            SamplePictures.jpeg(person, 0.6f),
                            SamplePictures.jpeg(SamplePictures.dimmed(person, 0.7), 0.9f),
                            SamplePictures.jpeg(
                                    SamplePictures.placed(person, 640, 480, 120, 40, 0.8), 0.9f),
                            SamplePictures.jpeg(
                                    SamplePictures.placed(person, 1600, 1200, 300, 100, 2), 0.9f));
            for (byte[] file : edited) {
                assertThat(engine.compare(reference, template(file)).score()).isGreaterThan(4500);
            }
        }
    }

    @Test
    void differentPeopleDoNotMatch() {
        List<FaceTemplate> templates =
                people.stream().map(p -> template(SamplePictures.jpeg(p, 0.95f))).toList();
        assertThat(templates).hasSize(7);
        for (int i = 0; i < templates.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(engine.compare(templates.get(i), templates.get(j)).score())
                        .as(i + " and " + j)
                        .isLessThan(3500);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void turnedFaceIsReadWhenAskedFor(int quarterTurns) {
        BufferedImage person = people.get(0);
        FaceTemplate upright = template(SamplePictures.jpeg(person, 0.95f));
        byte[] turned = SamplePictures.jpeg(SamplePictures.turned(person, quarterTurns), 0.95f);
        FaceOutcome.Found found =
                (FaceOutcome.Found) engine.readFace(turned, new FaceRequest(true, false));
        assertThat(found.rotationDegrees()).isEqualTo(360 - 90 * quarterTurns);
        assertThat(engine.compare(upright, templateOf(found)).score()).isGreaterThan(4500);
    }

    @Test
    void landmarksFollowThePicture() {
        BufferedImage person = people.get(1);
        FaceReading plain = found(SamplePictures.jpeg(person, 0.95f)).face();
        FaceReading moved =
                found(
                                SamplePictures.jpeg(
                                        SamplePictures.placed(person, 1200, 900, 300, 200, 1.25),
                                        0.95f))
                        .face();
        assertThat(moved.eyes().x1()).isCloseTo(300 + 1.25 * plain.eyes().x1(), within(6.0));
        assertThat(moved.eyes().y1()).isCloseTo(200 + 1.25 * plain.eyes().y1(), within(6.0));
        assertThat(moved.eyes().x2()).isCloseTo(300 + 1.25 * plain.eyes().x2(), within(6.0));
        assertThat(plain.eyes().x1()).isLessThan(plain.eyes().x2());
    }

    @Test
    void largePictureIsReadAtAReducedSizeWithCoordinatesOfTheFile() {
        BufferedImage person = people.get(1);
        FaceReading plain = found(SamplePictures.jpeg(person, 0.95f)).face();
        FaceOutcome.Found large =
                found(
                        SamplePictures.jpeg(
                                SamplePictures.placed(person, 4000, 3000, 500, 60, 6), 0.9f));
        assertThat(large.info().reduction()).isGreaterThan(1);
        assertThat(large.face().eyes().x1()).isCloseTo(500 + 6 * plain.eyes().x1(), within(20.0));
        assertThat(large.face().eyes().interEyePixels())
                .isCloseTo(6 * plain.eyes().interEyePixels(), within(20.0));
    }

    @Test
    void qualityFallsWithTheMeasuredProperty() {
        BufferedImage person = people.get(1);
        FaceReading good = found(SamplePictures.jpeg(person, 0.95f)).face();
        FaceReading blurred =
                found(SamplePictures.jpeg(SamplePictures.blurred(person, 0.12), 0.95f)).face();
        FaceReading dark =
                found(SamplePictures.jpeg(SamplePictures.dimmed(person, 0.25), 0.95f)).face();
        FaceReading small =
                found(
                                SamplePictures.jpeg(
                                        SamplePictures.placed(person, 240, 240, 0, 0, 0.5), 0.95f))
                        .face();
        assertThat(component(blurred, "sharpness")).isLessThan(component(good, "sharpness") - 15);
        assertThat(component(dark, "luminance")).isLessThan(component(good, "luminance") - 15);
        assertThat(component(small, "interEyeDistance"))
                .isLessThan(component(good, "interEyeDistance") - 15);
        assertThat(blurred.quality().value()).isLessThan(good.quality().value());
        assertThat(good.quality().value()).isGreaterThan(100);
        assertThat(small.eyes().interEyePixels()).isLessThan(60);
        assertThat(small.quality().value()).isLessThan(100);
    }

    @Test
    void pictureWithoutAFaceHasNone() {
        BufferedImage empty = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        assertThat(engine.readFace(SamplePictures.jpeg(empty, 0.9f), FaceRequest.PLAIN))
                .isInstanceOf(FaceOutcome.NoFace.class);
    }

    @Test
    void twoFacesOfOneSizeAreAmbiguousUnlessAllowed() {
        byte[] group = SamplePictures.groupFile(3);
        assertThat(engine.readFace(group, FaceRequest.PLAIN))
                .isInstanceOf(FaceOutcome.SeveralFaces.class);
        assertThat(engine.readFace(group, new FaceRequest(false, false, false)))
                .isInstanceOf(FaceOutcome.Found.class);
    }

    @Test
    void bytesThatAreNoPictureAreUnreadable() {
        assertThat(engine.readFace(new byte[] {1, 2, 3}, FaceRequest.PLAIN))
                .isInstanceOf(FaceOutcome.Unreadable.class);
        assertThat(engine.findFaces(new byte[0], FaceRequest.PLAIN))
                .isInstanceOf(FacesOutcome.Unreadable.class);
    }

    @Test
    void ageIsEstimatedOnlyWhenAskedFor() {
        byte[] file = SamplePictures.jpeg(people.get(1), 0.95f);
        assertThat(found(file).face().ageYears()).isNull();
        FaceOutcome.Found aged =
                (FaceOutcome.Found) engine.readFace(file, new FaceRequest(false, true));
        assertThat(aged.face().ageYears()).isBetween(15.0, 45.0);
    }

    @Test
    void foreignModeIsInstalledAndChosenByManifest(@TempDir Path folder) throws IOException {
        PackFolder.recogniser(folder, "TINY");
        EngineConfig config = new EngineConfig(folder, "TINY", EngineConfig.DEFAULT.limits(), 1);
        byte[] file = SamplePictures.jpeg(people.get(0), 0.95f);
        try (Engine foreign = Engine.open(config)) {
            assertThat(foreign.modes()).containsExactly("TINY", engine.currentMode());
            FaceOutcome.Found found = (FaceOutcome.Found) foreign.readFace(file, FaceRequest.PLAIN);
            FaceTemplate tiny = templateOf(found);
            assertThat(tiny.mode()).isEqualTo("TINY");
            assertThat(tiny.vector()).hasSize(64);
            assertThat(foreign.compare(tiny, tiny).score()).isGreaterThan(4500);
            assertThatThrownBy(() -> foreign.compare(tiny, template(file)))
                    .isInstanceOf(IncomparableTemplatesException.class)
                    .hasMessageContaining("TINY");
        }
    }

    @Test
    void galleryFindsWhatComparisonFindsMostAlike() {
        FaceTemplate probe = template(SamplePictures.jpeg(people.get(0), 0.7f));
        FaceGallery gallery = engine.emptyGallery(probe);
        List<FaceTemplate> enrolled = new ArrayList<>();
        for (BufferedImage person : people) {
            enrolled.add(template(SamplePictures.jpeg(person, 0.95f)));
            gallery.add(new UUID(0, enrolled.size()), enrolled.getLast());
        }
        assertThat(gallery.search(probe, 1))
                .containsExactly(
                        new Candidate(new UUID(0, 1), engine.compare(probe, enrolled.getFirst())));
    }

    @Test
    void galleryOfAModeThatIsNotInstalledIsRefused() {
        FaceTemplate stranger = new FaceTemplate("NOWHERE", 1, new byte[1]);
        assertThatThrownBy(() -> engine.emptyGallery(stranger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NOWHERE version 1");
    }

    @Test
    void modeThatIsNotInstalledIsRefused() {
        EngineConfig config = new EngineConfig(null, "NOWHERE", EngineConfig.DEFAULT.limits(), 1);
        assertThatThrownBy(() -> Engine.open(config))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("NOWHERE");
    }

    private List<FaceReading> faces(byte[] file) {
        return ((FacesOutcome.Faces) engine.findFaces(file, FaceRequest.PLAIN)).faces();
    }

    private FaceOutcome.Found found(byte[] file) {
        return (FaceOutcome.Found) engine.readFace(file, FaceRequest.PLAIN);
    }

    private FaceTemplate template(byte[] file) {
        return templateOf(found(file));
    }

    private static FaceTemplate templateOf(FaceOutcome.Found found) {
        return found.face().template();
    }

    private static double component(FaceReading face, String name) {
        return Objects.requireNonNull(face.quality().components().get(name));
    }
}
