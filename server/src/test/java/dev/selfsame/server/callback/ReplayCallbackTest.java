package dev.selfsame.server.callback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.Recorder;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A recording of a session with an address to call. */
final class ReplayCallbackTest {

    @TempDir private Path folder;

    @Test
    void callsWhenTheResultIsThere() throws Exception {
        try (Receiver receiver = Receiver.http().always(204);
                RunningServer server =
                        RunningServer.start(
                                folder,
                                Map.of("selfsame.callback.allowed-networks", "127.0.0.1"))) {
            Recorder recorder =
                    Recorder.open(server, "{\"callbackURL\":\"" + receiver.address() + "\"}");
            JsonNode wanted = recorder.init("{\"type\":\"LIVENESS_PASSIVE\"}");
            byte[] plain =
                    Recorder.recording(wanted, List.of(Faces.nobody()))
                            .toString()
                            .getBytes(StandardCharsets.UTF_8);

            recorder.submit(Recorder.sealed(wanted, plain));

            assertThat(receiver.call().body())
                    .isEqualTo("{\"sessionId\":\"" + recorder.session() + "\"}");
            assertThat(recorder.status().body()).contains("\"status\":\"FAILED\"");
        }
    }
}
