package dev.selfsame.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.selfsame.engine.face.FaceReading;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.face.FacesOutcome;
import dev.selfsame.engine.imaging.Image;
import dev.selfsame.engine.imaging.PngFile;
import dev.selfsame.engine.inference.InvalidPackException;
import dev.selfsame.engine.liveness.PassiveLiveness;
import dev.selfsame.engine.liveness.PassiveLiveness.Checked;
import dev.selfsame.engine.testing.PackFolder;
import dev.selfsame.engine.testing.SamplePictures;
import dev.selfsame.engine.testing.TinyNetwork;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PassiveLivenessTest {

    private final Engine engine = Engine.open(EngineConfig.DEFAULT);
    private final List<BufferedImage> people = new ArrayList<>();

    @TempDir Path folder;

    PassiveLivenessTest() {
        for (int group : new int[] {3, 6}) {
            FacesOutcome.Faces found =
                    (FacesOutcome.Faces)
                            engine.findFaces(SamplePictures.groupFile(group), FaceRequest.PLAIN);
            for (FaceReading face : found.faces()) {
                people.add(
                        SamplePictures.square(
                                SamplePictures.group(group),
                                face.box().x() + face.box().width() / 2,
                                face.box().y() + face.box().height() / 2,
                                face.box().height() * 2.2,
                                480));
            }
        }
    }

    @AfterAll
    void close() {
        engine.close();
    }

    private static Checked checked(Engine engine, BufferedImage picture) {
        PassiveLiveness outcome = engine.checkLiveness(SamplePictures.jpeg(picture, 0.95f));
        assertThat(outcome).isInstanceOf(Checked.class);
        return (Checked) outcome;
    }

    @Test
    void ordinaryPhotographsOfPeopleAreNoAttacks() {
        for (BufferedImage person : people) {
            Checked checked = checked(engine, person);
            assertThat(checked.attack()).isFalse();
            assertThat(checked.score()).isBetween(0.0, checked.threshold());
            assertThat(checked.network()).isEqualTo("antispoof");
        }
    }

    @Test
    void skinWithoutRedIsASignOfItsOwn() {
        for (BufferedImage person : people) {
            double colour = paleness(checked(engine, person));
            double grey = paleness(checked(engine, grey(person)));
            assertThat(grey).isCloseTo(1, within(0.1));
            assertThat(colour).isLessThan(grey - 0.2);
        }
    }

    @Test
    void saysWhyNothingWasJudged() {
        byte[] empty = PngFile.write(new Image(200, 200, new byte[200 * 200 * 3]));
        assertThat(engine.checkLiveness(empty)).isInstanceOf(PassiveLiveness.NoFace.class);
        assertThat(engine.checkLiveness(SamplePictures.groupFile(6)))
                .isInstanceOfSatisfying(
                        PassiveLiveness.SeveralFaces.class,
                        several -> assertThat(several.count()).isGreaterThan(1));
        assertThat(engine.checkLiveness(new byte[] {1, 2, 3}))
                .isInstanceOf(PassiveLiveness.Unreadable.class);
    }

    @Test
    void installedNetworkIsUsedInsteadByManifestAlone() throws IOException {
        try (Engine foreign = Engine.open(installed("softmax", 1, "fc1"))) {
            Checked checked = checked(foreign, people.get(0));
            assertThat(checked.network()).isEqualTo("tiny-pad");
            assertThat(checked.threshold()).isEqualTo(0.75);
            assertThat(checked.attack()).isEqualTo(checked.score() >= 0.75);
        }
        try (Engine live = Engine.open(installed("softmax", 0, "fc1"));
                Engine attack = Engine.open(installed("softmax", 1, "fc1"))) {
            double one = checked(live, people.get(0)).score();
            double other = checked(attack, people.get(0)).score();
            assertThat(one + other).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void packThatDoesNotFitIsRefusedAtTheStart() throws IOException {
        EngineConfig wrongClass = installed("softmax", 7, "fc1");
        assertThatThrownBy(() -> Engine.open(wrongClass))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("attack class 7");
        EngineConfig wrongFamily = installed("oracle", 1, "fc1");
        assertThatThrownBy(() -> Engine.open(wrongFamily))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("oracle");
    }

    private EngineConfig installed(String family, int attackClass, String output)
            throws IOException {
        byte[] network = TinyNetwork.recogniser(2);
        Files.write(folder.resolve("tiny.onnx"), network);
        PackFolder.write(
                folder,
                """
                {"format":1,"name":"tiny","version":"1","networks":[{
                  "name":"tiny-pad","file":"tiny.onnx","sha256":"%s","role":"pad","family":"%s",
                  "input":{"name":"data","layout":"NCHW","width":112,"height":112,"channels":"RGB",
                    "mean":[127.5,127.5,127.5],"scale":[0.001,0.001,0.001]},
                  "alignment":{"landmarks":[[33,133],[263,362]],"targets":[[40,48],[72,48]]},
                  "pad":{"attackClasses":[%d],"logits":true,"threshold":0.75,"zooms":[1,1.5]},
                  "outputs":{"score":"%s"},"origin":"made by the test","licence":"CC0-1.0"}]}
                """
                        .formatted(PackFolder.sha256(network), family, attackClass, output));
        return new EngineConfig(folder, null, EngineConfig.DEFAULT.limits(), 1);
    }

    private static double paleness(Checked checked) {
        return checked.signs().getOrDefault("paleness", Double.NaN);
    }

    private static BufferedImage grey(BufferedImage from) {
        BufferedImage grey =
                new BufferedImage(from.getWidth(), from.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = grey.createGraphics();
        g.drawImage(from, 0, 0, null);
        g.dispose();
        return grey;
    }
}
