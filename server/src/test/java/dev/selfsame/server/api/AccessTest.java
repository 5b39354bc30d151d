package dev.selfsame.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

@ExtendWith(ServerExtension.class)
final class AccessTest {

    private static final String CAPABILITIES = "/bioserver-app/v2/capabilities";
    private static final String ERROR = "\\{\"id\":\"[0-9a-f-]{36}\",\"message\":\"[^\"]+\"}";

    @ParameterizedTest
    @CsvSource({
        "apikey,''",
        "ApiKey,''",
        "APIKEY,''",
        "Authorization,''",
        "authorization,''",
        "Authorization,'Bearer '",
        "AUTHORIZATION,'bearer '"
    })
    void acceptsTheKeyWhereClientsPutIt(String header, String scheme, RunningServer server) {
        HttpResponse<String> answer = server.get(CAPABILITIES, header, scheme + server.apiKey());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void asksForAKey(RunningServer server) {
        HttpResponse<String> answer = server.get(CAPABILITIES);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).matches(ERROR);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "Basic c2VsZnNhbWU6c2VsZnNhbWU=",
                "ssk_0000000000_0000000000000000000000000000000000000000000",
                "ssk_'or'1'='1'_0000000000000000000000000000000000000000000"
            })
    void refusesWhatIsNoKey(String key, RunningServer server) {
        HttpResponse<String> answer = server.get(CAPABILITIES, "apikey", key);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).matches(ERROR).doesNotContain(key);
    }

    @Test
    void refusesAKnownIdWithAnotherSecret(RunningServer server) {
        String key = server.apiKey();
        String last = key.endsWith("0") ? "1" : "0";
        String forged = key.substring(0, key.length() - 1) + last;

        assertThat(server.get(CAPABILITIES, "apikey", forged).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesARevokedKeyAtOnce(RunningServer server) {
        String key = server.newKey("all");
        assertThat(server.get(CAPABILITIES, "apikey", key).statusCode()).isEqualTo(200);

        assertThat(server.revoke(key)).isTrue();

        assertThat(server.get(CAPABILITIES, "apikey", key).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAKeyWithoutTheScope(RunningServer server) {
        HttpResponse<String> answer =
                server.send(
                        server.to("/bioserver-app/v2/match/images")
                                .header("apikey", server.newKey("metrics"))
                                .header("Content-Type", MultipartBody.formData().contentType())
                                .POST(BodyPublishers.ofString("never read")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).matches(ERROR).contains("match");
    }

    @Test
    void metricsNeedTheirScope(RunningServer server) {
        String path = "/actuator/prometheus";

        assertThat(server.get(path).statusCode()).isEqualTo(401);
        assertThat(server.get(path, "apikey", server.newKey("match")).statusCode()).isEqualTo(403);
        HttpResponse<String> answer =
                server.get(path, "Authorization", "Bearer " + server.newKey("metrics"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("selfsame_admission_queue")
                .contains("selfsame_admission_wait_seconds")
                .contains("selfsame_admission_service_seconds")
                .contains("selfsame_admission_refused_total")
                .contains("selfsame_uploads_held_bytes")
                .contains("selfsame_uploads_refused_total")
                .contains("jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/liveness", "/readiness"})
    void healthIsOpenAndSaysLittle(String probe, RunningServer server) {
        HttpResponse<String> answer = server.get("/actuator/health" + probe);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("H2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/beans",
                "/actuator/loggers",
                "/actuator/metrics"
            })
    void nothingElseOfTheActuatorIsThere(String path, RunningServer server) {
        assertThat(server.get(path, "apikey", server.apiKey()).statusCode()).isEqualTo(404);
    }
}
