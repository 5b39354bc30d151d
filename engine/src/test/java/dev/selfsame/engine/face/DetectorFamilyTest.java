package dev.selfsame.engine.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.selfsame.engine.inference.InputSpec;
import dev.selfsame.engine.inference.InvalidPackException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class DetectorFamilyTest {

    @Test
    void blazeFaceReadsBoxesRelativeToTheirAnchors() {
        float[] boxes = new float[512 * 16];
        float[] logits = filled(512, -20);
        // second anchor of the cell in column 3 of row 2
        int anchor = (2 * 16 + 3) * 2 + 1;
        logits[anchor] = 3;
        float[] numbers = {5, -5, 40, 60, -10, -8, 10, -8};
        System.arraycopy(numbers, 0, boxes, anchor * 16, numbers.length);
        List<Detection> found =
                new BlazeFace()
                        .read(
                                List.of(boxes, logits, new float[384 * 16], filled(384, -20)),
                                input(256),
                                0.5);
        assertThat(found).hasSize(1);
        Detection face = found.get(0);
        assertThat(face.x()).isCloseTo(3.5 * 16 - 0.5 + 5, within(1e-6));
        assertThat(face.y()).isCloseTo(2.5 * 16 - 0.5 - 5, within(1e-6));
        assertThat(face.width()).isEqualTo(40);
        assertThat(face.height()).isEqualTo(60);
        assertThat(face.confidence()).isCloseTo(1 / (1 + Math.exp(-3)), within(1e-9));
        assertThat(face.interEye()).isCloseTo(20, within(1e-6));
        assertThat(face.rollRadians()).isZero();
    }

    @Test
    void yuNetReadsBoxesInStridesOfTheirCells() {
        List<float[]> outputs = new ArrayList<>();
        for (int stride : new int[] {8, 16, 32}) {
            int cells = (64 / stride) * (64 / stride);
            outputs.add(new float[cells]);
            outputs.add(new float[cells]);
            outputs.add(new float[cells * 4]);
            outputs.add(new float[cells * 10]);
        }
        // column 1 of row 2 in the grid of stride 16
        int cell = 2 * 4 + 1;
        outputs.get(4)[cell] = 0.81f;
        outputs.get(5)[cell] = 1;
        float[] box = {0.5f, 0.25f, (float) Math.log(2), (float) Math.log(3)};
        System.arraycopy(box, 0, outputs.get(6), cell * 4, 4);
        float[] eyes = {-0.5f, 0, 0.5f, 0};
        System.arraycopy(eyes, 0, outputs.get(7), cell * 10, 4);
        List<Detection> found = new YuNet().read(outputs, input(64), 0.5);
        assertThat(found).hasSize(1);
        Detection face = found.get(0);
        assertThat(face.confidence()).isCloseTo(0.9, within(1e-6));
        assertThat(face.x()).isCloseTo(24, within(1e-6));
        assertThat(face.y()).isCloseTo(36, within(1e-6));
        assertThat(face.width()).isCloseTo(32, within(1e-4));
        assertThat(face.height()).isCloseTo(48, within(1e-4));
        assertThat(face.interEye()).isCloseTo(16, within(1e-6));
    }

    @Test
    void familyThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> DetectorFamily.named("retina"))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("retina");
    }

    @Test
    void faceInsideAnotherIsTheSame() {
        Detection whole = box(100, 100, 80);
        assertThat(FaceSearch.same(whole, box(110, 105, 30))).isTrue();
        assertThat(FaceSearch.same(box(110, 105, 30), whole)).isTrue();
        assertThat(FaceSearch.same(whole, box(105, 95, 90))).isTrue();
        assertThat(FaceSearch.same(whole, box(185, 100, 80))).isFalse();
    }

    private static Detection box(double x, double y, double side) {
        double[] eyes = {x - side / 5, y, x + side / 5, y};
        return new Detection(x, y, side, side, eyes, 0.9);
    }

    private static float[] filled(int count, float value) {
        float[] all = new float[count];
        Arrays.fill(all, value);
        return all;
    }

    private static InputSpec input(int side) {
        float[] three = {1, 1, 1};
        return new InputSpec(
                "x", InputSpec.Layout.NHWC, side, side, InputSpec.Channels.RGB, three, three);
    }
}
