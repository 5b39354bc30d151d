package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The other readings of what the contract leaves open. */
final class SettingsTest {

    @TempDir private Path data;

    @Test
    void statesSuccessListsSentFingersAloneAndSendsNoJsonErrors() {
        Map<String, String> settings =
                Map.of(
                        "selfsame.multibiometrics.state-success", "true",
                        "selfsame.multibiometrics.list-unsent-fingers", "false",
                        "selfsame.multibiometrics.json-errors", "false");
        try (RunningServer server = RunningServer.start(data, settings)) {
            assertThat(enroll(server)).startsWith("{\"Success\":true,\"Person\":{\"ClientID\":\"");
            assertThat(verify(server, "\"Face\":[{\"Face-1\":\"" + Bodies.ANNA + "\"}]"))
                    .isEqualTo(
                            "{\"Success\":true,\"Person\":{\"CustomID\":\"7\",\"Match\":true,"
                                    + "\"MatchDetails\":{\"FaceMatched\":true,"
                                    + "\"NonMatchedFingers\":[]}}}");
            assertThat(verify(server, "\"Fingers\":[{\"Finger-9\":\"" + Bodies.FINGER + "\"}]"))
                    .contains("\"NonMatchedFingers\":[\"Finger-9\"]");
            HttpResponse<String> refused =
                    server.send(
                            server.to("/multibiometrics/enroll")
                                    .header("apikey", server.apiKey())
                                    .header("Accept", "application/json")
                                    .POST(BodyPublishers.ofString("{")));
            assertThat(refused.body()).isEqualTo("Invalid JSON format");
            assertThat(server.postJson("/multibiometrics/liveness", "{}").body())
                    .isEqualTo(
                            "{\"Success\":false,\"result\":\"Invalid JSON format\","
                                    + "\"spoof\":false}");
        }
    }

    @Test
    void saysWhenALockedPersonMayTryAgain() {
        Map<String, String> settings = Map.of("selfsame.person.lock-out.after", "2");
        try (RunningServer server = RunningServer.start(data, settings)) {
            enroll(server);
            for (int i = 0; i < 2; i++) {
                assertThat(verify(server, "\"Face\":[{\"Face-1\":\"" + Bodies.BERTA + "\"}]"))
                        .contains("\"Match\":false");
            }

            HttpResponse<String> locked =
                    server.postJson("/multibiometrics/verify", Bodies.face("7", Bodies.ANNA));

            assertThat(locked.statusCode()).isEqualTo(429);
            assertThat(locked.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 30L);
            assertThat(locked.body())
                    .startsWith("{\"statusCode\":429,\"message\":\"Too many failed verifications");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.example", "https://shop.example/", "null", "https://a b"})
    void originsAreChecked(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MultibiometricsOptions(false, true, true, List.of(origin)))
                .withMessageContaining("selfsame.multibiometrics.allowed-origins");
    }

    private static String enroll(RunningServer server) {
        return server.postJson("/multibiometrics/enroll", Bodies.face("7", Bodies.ANNA)).body();
    }

    private static String verify(RunningServer server, String rest) {
        return server.postJson("/multibiometrics/verify", Bodies.person("7", rest)).body();
    }
}
