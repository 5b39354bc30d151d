package dev.selfsame.models.tfjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.models.testing.TinyModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class WeightsTest {

    @TempDir Path folder;

    @Test
    void readsEveryEncoding() throws IOException {
        Weights weights =
                read(
                        new TinyModel()
                                .constant("a", 1.5f, -2)
                                .half("b", 0.25f, 65504)
                                .quantised("c", 0.5, -1, 0, 128, 255)
                                .integers("d", -1, 7));

        assertThat(weights.floats("a").values()).containsExactly(1.5f, -2);
        assertThat(weights.floats("b").values()).containsExactly(0.25f, 65504);
        assertThat(weights.floats("c").values()).containsExactly(-1, 63, 126.5f);
        assertThat(weights.ints("d")).containsExactly(-1, 7);
    }

    @Test
    void refusesAShardThatIsTooShortWithTheNameOfTheNode() throws IOException {
        TinyModel model = new TinyModel().constant("first", 1, 2).constant("block/kernel", 3, 4);
        Path file = model.writeTo(folder, model.shardBytes() - 1);

        assertThatThrownBy(() -> GraphModel.read(file))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("block/kernel")
                .hasMessageContaining("7 bytes");
    }

    @Test
    void refusesAShardThatIsTooLongWithTheNameOfTheLastNode() throws IOException {
        Path file = new TinyModel().constant("block/kernel", 1).excess(3).writeTo(folder);

        assertThatThrownBy(() -> GraphModel.read(file))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("block/kernel")
                .hasMessageContaining("3 bytes");
    }

    @Test
    void refusesAMissingShardWithItsName() throws IOException {
        Path file = new TinyModel().constant("kernel", 1).writeTo(folder);
        Files.delete(folder.resolve("tiny.bin"));

        assertThatThrownBy(() -> GraphModel.read(file))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("tiny.bin");
    }

    @Test
    void refusesAnUnknownEncodingWithTheNameOfTheNode() throws IOException {
        Path file = new TinyModel().stored("block/kernel", "complex64", 8).writeTo(folder);

        assertThatThrownBy(() -> GraphModel.read(file))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("block/kernel")
                .hasMessageContaining("complex64");
    }

    private Weights read(TinyModel model) throws IOException {
        return GraphModel.read(model.writeTo(folder)).weights();
    }
}
