package dev.selfsame.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

class PackManifestTest {

    private static final String SHA256_OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path sources;
    @TempDir Path pack;

    @BeforeEach
    void describeOneNetwork() throws IOException {
        Files.writeString(
                sources.resolve("pack.template.json"),
                """
                {"format": 1, "networks": [{"name": "n", "file": "n.onnx"}], "modes": []}
                """);
        Files.writeString(pack.resolve("n.onnx"), "abc");
    }

    @Test
    void statesTheDigestOfEachNetwork() throws IOException {
        PackManifest.complete(sources, pack);

        assertThat(manifest().at("/networks/0/sha256").asText()).isEqualTo(SHA256_OF_ABC);
    }

    @Test
    void takesDataFilesIntoThePack() throws IOException {
        Files.writeString(sources.resolve("basis.bin"), "abc");

        PackManifest.complete(sources, pack);

        assertThat(pack.resolve("basis.bin")).hasContent("abc");
        assertThat(manifest().at("/data/0/file").asText()).isEqualTo("basis.bin");
        assertThat(manifest().at("/data/0/sha256").asText()).isEqualTo(SHA256_OF_ABC);
    }

    @Test
    void failsWhenANetworkIsMissing() throws IOException {
        Files.delete(pack.resolve("n.onnx"));

        assertThatThrownBy(() -> PackManifest.complete(sources, pack))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("n.onnx");
    }

    @Test
    void isIncompleteWithoutAFileThatItNames() throws IOException {
        PackManifest.complete(sources, pack);
        assertThat(PackManifest.isComplete(pack)).isTrue();

        Files.delete(pack.resolve("n.onnx"));

        assertThat(PackManifest.isComplete(pack)).isFalse();
    }

    private JsonNode manifest() throws IOException {
        return new ObjectMapper().readTree(pack.resolve("pack.json").toFile());
    }
}
