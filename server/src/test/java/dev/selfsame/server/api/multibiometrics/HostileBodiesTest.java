package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.HostileJson;
import dev.selfsame.server.testing.RawHttp;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

@ExtendWith(ServerExtension.class)
final class HostileBodiesTest {

    private static final int BODIES = 400;
    private static final long SEED = 20261121;
    private static final long SLACK_BYTES = 32L << 20;
    private static final Set<String> TEXTS =
            Arrays.stream(ErrorText.values()).map(ErrorText::text).collect(Collectors.toSet());

    @Test
    void givesAnswersOfTheContractAloneAndItsMemoryBack(RunningServer server) {
        assertWorks(server);
        long before = usedHeapBytes();

        Map<Integer, Integer> statuses = new TreeMap<>();
        HostileJson.make(BODIES, SEED)
                .forEach(
                        request -> {
                            HttpResponse<String> answer = send(server, request);
                            statuses.merge(answer.statusCode(), 1, Integer::sum);
                            assertIsOfTheContract(request.path(), answer);
                        });

        assertThat(statuses.keySet()).isSubsetOf(200, 400, 413);
        assertThat(statuses.get(400)).isGreaterThan(BODIES / 2);
        assertThat(usedHeapBytes()).isLessThan(before + SLACK_BYTES);
        assertThat(server.get("/actuator/prometheus", "apikey", server.apiKey()).body())
                .contains("selfsame_uploads_held_bytes 0.0");
        assertWorks(server);
    }

    @Test
    void aBodyThatEndsEarlyIsNoFault(RunningServer server) throws IOException {
        RawHttp.Answer answer =
                RawHttp.exchange(
                        server.address(),
                        "POST /multibiometrics/enroll HTTP/1.1\r\nHost: x\r\napikey: "
                                + server.apiKey()
                                + "\r\nContent-Length: 1000\r\n\r\n{\"Person\":");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"statusCode\":400,\"message\":\"the request is not well-formed"
                                + " HTTP\"}");
    }

    private static HttpResponse<String> send(RunningServer server, HostileJson.Request request) {
        return server.send(
                server.to(request.path())
                        .header("apikey", server.apiKey())
                        .method(request.method(), BodyPublishers.ofByteArray(request.body())));
    }

    private static void assertIsOfTheContract(String path, HttpResponse<String> answer) {
        if (answer.statusCode() == 400) {
            assertThat(answer.body()).isIn(TEXTS);
        } else {
            assertThat(answer.body()).startsWith("{\"").doesNotContain("Exception", "java.");
        }
        if (path.endsWith("liveness")) {
            assertThat(answer.statusCode()).isIn(200, 413);
        }
    }

    private static void assertWorks(RunningServer server) {
        String body =
                server.postJson("/multibiometrics/face_detect", Bodies.check(Bodies.ANNA)).body();
        assertThat(body).contains("\"FaceNumber\":1");
    }

    private static long usedHeapBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
