package dev.selfsame.models.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import ai.onnxruntime.OrtException;

import dev.selfsame.models.onnx.OnnxGraph;
import dev.selfsame.models.testing.OnnxFile;
import dev.selfsame.models.testing.TinyModel;
import dev.selfsame.models.tfjs.ConversionException;
import dev.selfsame.models.tfjs.GraphModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class GraphTranslatorTest {

    private static final float[] PICTURE = {1, -2, 3, -4, 5, -6, 7, -8, 9, -10, 11, -12};

    @TempDir Path folder;

    @Test
    void stopsAtAnUnknownOperationWithTheNamesOfNodeAndOperation() {
        TinyModel model = new TinyModel().with("Cumsum", "block/sum", "in");

        assertThatThrownBy(() -> translate(model, "block/sum"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("block/sum")
                .hasMessageContaining("Cumsum");
    }

    @Test
    void stopsAtAMissingWeightWithTheNameOfTheNode() {
        TinyModel model =
                new TinyModel().with("Const", "block/bias").with("Add", "sum", "in", "block/bias");

        assertThatThrownBy(() -> translate(model, "sum"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("block/bias")
                .hasMessageContaining("missing");
    }

    @Test
    void stopsAtAWeightOfWrongTypeWithTheNameOfTheNode() {
        TinyModel model =
                new TinyModel()
                        .integers("block/bias", 1, 2, 3)
                        .with("Add", "s", "in", "block/bias");

        assertThatThrownBy(() -> translate(model, "s"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("block/bias");
    }

    @Test
    void stopsAtAnOutputThatTheGraphLacks() {
        assertThatThrownBy(() -> translate(new TinyModel(), "Identity_7"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("Identity_7");
    }

    @Test
    void stopsAtAPaddingThatIsNotOfChannels() {
        TinyModel model =
                new TinyModel()
                        .integers("amounts", 0, 0, 1, 1, 1, 1, 0, 0)
                        .with("Pad", "block/pad", "in", "amounts");

        assertThatThrownBy(() -> translate(model, "block/pad"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("block/pad");
    }

    @Test
    void ignoresNodesThatNoOutputNeeds() throws IOException, OrtException {
        TinyModel model = new TinyModel().with("Cumsum", "unused", "in").with("Relu", "y", "in");

        assertThat(run(model, "y")).containsExactly(1, 0, 3, 0, 5, 0, 7, 0, 9, 0, 11, 0);
    }

    @Test
    void alignsAConstantPerChannelWithAPicture() throws IOException, OrtException {
        TinyModel model =
                new TinyModel().constant("c", 100, 200, 300).with("AddV2", "y", "in", "c");

        assertThat(run(model, "y"))
                .containsExactly(101, 198, 303, 96, 205, 294, 107, 192, 309, 90, 211, 288);
    }

    @Test
    void addsChannelsOfZeros() throws IOException, OrtException {
        TinyModel model =
                new TinyModel()
                        .integers("amounts", 0, 0, 0, 0, 0, 0, 0, 1)
                        .with("Pad", "y", "in", "amounts");

        assertThat(run(model, "y"))
                .containsExactly(1, -2, 3, 0, -4, 5, -6, 0, 7, -8, 9, 0, -10, 11, -12, 0);
    }

    @Test
    void flattensAPictureInTheOriginalOrder() throws IOException, OrtException {
        TinyModel model =
                new TinyModel().integers("shape", -1, 12).with("Reshape", "y", "in", "shape");

        assertThat(run(model, "y")).containsExactly(PICTURE);
    }

    @Test
    void keepsValuesBetweenTwoBounds() throws IOException, OrtException {
        TinyModel model =
                new TinyModel()
                        .constant("six", 6)
                        .constant("zero", 0)
                        .with("Minimum", "m", "in", "six")
                        .with("Maximum", "y", "m", "zero");

        assertThat(run(model, "y")).containsExactly(1, 0, 3, 0, 5, 0, 6, 0, 6, 0, 6, 0);
    }

    @Test
    void keepsTheRelativePrecisionOfSmallProbabilities() throws IOException, OrtException {
        TinyModel model = new TinyModel().with("Sigmoid", "y", "in");

        float[] result = run(model, "y");

        assertThat(result[11]).isCloseTo(6.144175e-6f, withPercentage(1e-3));
    }

    private float[] run(TinyModel model, String node) throws IOException, OrtException {
        Path file = folder.resolve("tiny.onnx");
        translate(model, node).write(file);
        try (OnnxFile onnx = new OnnxFile(Files.readAllBytes(file))) {
            return onnx.run(PICTURE, 1, 2, 2, 3).getOrDefault("out", new float[0]);
        }
    }

    private OnnxGraph translate(TinyModel model, String node) throws IOException {
        GraphModel read = GraphModel.read(model.writeTo(folder));
        return GraphTranslator.translate("tiny", read, Map.of("out", node));
    }
}
