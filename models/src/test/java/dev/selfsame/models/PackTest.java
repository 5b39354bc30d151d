package dev.selfsame.models;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;

import com.fasterxml.jackson.databind.JsonNode;

import dev.selfsame.models.testing.OnnxFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

class PackTest {

    static Stream<JsonNode> networks() {
        return BuiltPack.networks().stream();
    }

    static Stream<JsonNode> files() {
        return Stream.concat(networks(), BuiltPack.manifest().path("data").valueStream());
    }

    @Test
    void hasEveryRoleThatTheEngineNeeds() {
        List<String> roles = networks().map(n -> n.path("role").asText()).toList();

        assertThat(roles).contains("face-detector", "face-mesh", "face-encoder", "age", "pad");
    }

    @ParameterizedTest
    @MethodSource("files")
    void statesTheDigestOfEachFile(JsonNode entry) throws NoSuchAlgorithmException {
        byte[] file = BuiltPack.file(entry.path("file").asText());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);

        assertThat(entry.path("sha256").asText()).isEqualTo(HexFormat.of().formatHex(digest));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void statesOriginAndLicenceOfEachNetwork(JsonNode network) {
        assertThat(network.path("origin").asText()).isNotBlank();
        assertThat(network.path("licence").asText()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void namesInputsAndOutputsThatTheFileHas(JsonNode network) throws OrtException {
        try (OnnxFile file = new OnnxFile(BuiltPack.file(network.path("file").asText()))) {
            assertThat(file.inputs()).containsExactly(network.at("/input/name").asText());
            assertThat(file.outputs())
                    .containsAll(
                            network.path("outputs").valueStream().map(JsonNode::asText).toList());
        }
    }
}
