package dev.selfsame.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.selfsame.engine.testing.PackFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

final class GoldenAnswersTest {

    private static final String MODELS = "/dev/selfsame/models/";
    private static final String NETWORK = "antispoof";

    @TempDir private Path folder;

    @Test
    void theBuiltInNetworksAnswerAsTheyShould() throws IOException {
        assertThat(deviation(ModelPack.builtIn())).isBetween(0.0, 1e-3);
    }

    @Test
    void aNetworkThatAnswersSomethingElseIsNoticed() throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode pack = (ObjectNode) json.readTree(resource("pack.json"));
        ObjectNode network = json.createObjectNode();
        for (var each : pack.withArray("networks")) {
            if (each.path("name").asText().equals(NETWORK)) {
                network = (ObjectNode) each;
            }
        }
        network.withObject("input").putArray("scale").add(0.0005).add(0.0005).add(0.0005);
        pack.putArray("networks").add(network);
        pack.remove(List.of("modes", "data"));
        Files.write(folder.resolve("antispoof.onnx"), resource("antispoof.onnx"));
        PackFolder.write(folder, pack.toString());

        assertThat(deviation(ModelPack.in(folder).getFirst())).isGreaterThan(2e-3);
    }

    private static double deviation(ModelPack pack) {
        NetworkSpec spec = Objects.requireNonNull(pack.network(NETWORK), NETWORK);
        try (Network network = Network.load(pack, spec, 1)) {
            return GoldenAnswers.largestDifference(List.of(network));
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ModelPack.class.getResourceAsStream(MODELS + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
