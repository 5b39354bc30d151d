package dev.selfsame.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.engine.testing.PackFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class ModelPackTest {

    @TempDir Path folder;

    @Test
    void foreignRecogniserNeedsNoCode() throws IOException {
        ModelPack pack = ModelPack.in(PackFolder.recogniser(folder, "TINY")).get(0);
        NetworkSpec spec = pack.networks().get(0);
        try (Network network = Network.load(pack, spec, 1)) {
            List<float[]> out = network.run(new float[spec.input().length()], List.of("embedding"));
            assertThat(out.get(0)).hasSize(64);
        }
        assertThat(pack.modes().get(0).name()).isEqualTo("TINY");
    }

    @Test
    void closingWaitsForRunningThreadsAndRefusesLaterOnes() throws Exception {
        ModelPack pack = ModelPack.in(PackFolder.recogniser(folder, "TINY")).get(0);
        NetworkSpec spec = pack.networks().get(0);
        float[] input = new float[spec.input().length()];
        for (int round = 0; round < 20; round++) {
            Network network = Network.load(pack, spec, 1);
            CountDownLatch started = new CountDownLatch(4);
            List<Future<?>> runs = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(4)) {
                for (int i = 0; i < 4; i++) {
                    runs.add(
                            threads.submit(
                                    () -> {
                                        started.countDown();
                                        while (true) {
                                            network.run(input, List.of("embedding"));
                                        }
                                    }));
                }
                started.await();
                network.close();
            }
            for (Future<?> run : runs) {
                assertThatThrownBy(run::get)
                        .hasCauseInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("closed");
            }
            assertThatThrownBy(() -> network.run(input, List.of("embedding")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void packsOneLevelBelowAreFound() throws IOException {
        PackFolder.recogniser(Files.createDirectory(folder.resolve("b")), "B");
        PackFolder.recogniser(Files.createDirectory(folder.resolve("a")), "A");
        Files.createDirectory(folder.resolve("empty"));
        assertThat(ModelPack.in(folder))
                .extracting(p -> p.modes().get(0).name())
                .containsExactly("A", "B");
    }

    @Test
    void alteredNetworkIsRefused() throws IOException {
        PackFolder.recogniser(folder, "TINY");
        byte[] bytes = Files.readAllBytes(folder.resolve("tiny.onnx"));
        bytes[bytes.length - 1] ^= 1;
        Files.write(folder.resolve("tiny.onnx"), bytes);
        ModelPack pack = ModelPack.in(folder).get(0);
        assertThatThrownBy(() -> Network.load(pack, pack.networks().get(0), 1))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("sha256");
        assertThatThrownBy(pack::verify).isInstanceOf(InvalidPackException.class);
    }

    @Test
    void fileThatIsNoNetworkIsRefused() throws IOException {
        byte[] junk = "not a network".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("tiny.onnx"), junk);
        PackFolder.write(folder, PackFolder.recogniserManifest("TINY", PackFolder.sha256(junk)));
        ModelPack pack = ModelPack.in(folder).get(0);
        assertThatThrownBy(() -> Network.load(pack, pack.networks().get(0), 1))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("tiny.onnx is no network");
    }

    @Test
    void emptyFolderIsRefused() {
        assertThatThrownBy(() -> ModelPack.in(folder))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("no pack.json");
        assertThatThrownBy(() -> ModelPack.in(folder.resolve("missing")))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\":1|\"format\":2|pack.json.format: 2 (expected: 1..1)",
                "\"width\":112|\"width\":0|pack.json.networks[0].input.width: 0",
                "\"width\":112|\"width\":\"112\"|width: \"112\"",
                "\"width\":112|\"widht\":112|widht: unknown field",
                "[127.5,127.5,127.5]|[127.5]|mean: [127.5]",
                "\"tiny.onnx\"|\"../tiny.onnx\"|file: ../tiny.onnx",
                "\"tiny.onnx\"|\"/etc/passwd\"|file: /etc/passwd",
                "\"NCHW\"|\"CHWN\"|layout: CHWN",
                "\"face-encoder\"|\"oracle\"|role: oracle",
                "[4],[61]|[468],[61]|landmarks: 468.0",
                "\"impostors\":[0.0,0.1]|\"impostors\":[0.0,0.0]|impostors: 0.0",
                "\"impostors\":[0.0,0.1],|''|calibration: missing",
                "\"comparison\":\"cosine\"|\"comparison\":\"euclidean\"|step: 0.0",
                "\"licence\":\"CC0-1.0\"|\"licence\":\"\"|licence",
                "{\"format\"|{{\"format\"|is not JSON"
            })
    void brokenManifestIsRefusedByField(String part, String replacement, String message)
            throws IOException {
        String whole = PackFolder.recogniserManifest("TINY", "0".repeat(64));
        assertThat(whole).contains(part);
        PackFolder.write(folder, whole.replace(part, replacement));
        assertThatThrownBy(() -> ModelPack.in(folder))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\":\"data\"|\"name\":\"date\"|input date (expected one of: [data])",
                "\"fc1\"|\"fc2\"|output fc2",
                "\"width\":112,\"height\":112|\"width\":96,\"height\":112|the file wants input"
            })
    void manifestThatDoesNotFitTheFileIsRefused(String part, String replacement, String message)
            throws IOException {
        PackFolder.recogniser(folder, "TINY");
        Path manifest = folder.resolve("pack.json");
        String whole = Files.readString(manifest);
        assertThat(whole).contains(part);
        PackFolder.write(folder, whole.replace(part, replacement));
        ModelPack pack = ModelPack.in(folder).get(0);
        assertThatThrownBy(() -> Network.load(pack, pack.networks().get(0), 1))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining(message);
    }

    @Test
    void inputIsFilledInTheStatedOrder() {
        float[] rgb = {1, 2, 3, 4, 5, 6};
        float[] out = new float[6];
        spec(InputSpec.Layout.NHWC, InputSpec.Channels.BGR).fill(rgb, false, out);
        assertThat(out).containsExactly(20, 10, 0, 50, 40, 30);
        spec(InputSpec.Layout.NCHW, InputSpec.Channels.RGB).fill(rgb, false, out);
        assertThat(out).containsExactly(0, 30, 10, 40, 20, 50);
        spec(InputSpec.Layout.NCHW, InputSpec.Channels.RGB).fill(rgb, true, out);
        assertThat(out).containsExactly(30, 0, 40, 10, 50, 20);
    }

    private static InputSpec spec(InputSpec.Layout layout, InputSpec.Channels channels) {
        return new InputSpec(
                "x", layout, 2, 1, channels, new float[] {1, 1, 1}, new float[] {10, 10, 10});
    }
}
