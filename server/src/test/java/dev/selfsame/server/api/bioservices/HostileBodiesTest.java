package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.HostileBodies;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

@ExtendWith(ServerExtension.class)
final class HostileBodiesTest {

    private static final String PATH = "/bioserver-app/v2/match/images";
    private static final int BODIES = 200;
    private static final long SEED = 20261101;
    private static final long SLACK_BYTES = 32L << 20;

    @Test
    void survivesMalformedBodiesAndGivesTheirMemoryBack(RunningServer server) {
        List<HostileBodies.Body> bodies = HostileBodies.make(BODIES, SEED);
        assertThat(server.post(PATH, MultipartBody.match(Faces.anna(), Faces.berta())).statusCode())
                .isEqualTo(200);
        long before = usedHeapBytes();

        Map<Integer, Integer> statuses = new TreeMap<>();
        for (HostileBodies.Body body : bodies) {
            HttpResponse<String> answer = post(server, body);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            assertThat(answer.body()).startsWith("{\"id\":\"").doesNotContain("Exception", "java.");
        }

        assertThat(statuses.keySet()).isSubsetOf(400, 413);
        assertThat(usedHeapBytes()).isLessThan(before + SLACK_BYTES);
        assertThat(server.get("/actuator/prometheus", "apikey", server.apiKey()).body())
                .contains("selfsame_uploads_held_bytes 0.0");
        assertThat(server.post(PATH, MultipartBody.match(Faces.anna(), Faces.berta())).statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> post(RunningServer server, HostileBodies.Body body) {
        return server.send(
                server.to(PATH)
                        .header("apikey", server.apiKey())
                        .header("Content-Type", body.contentType())
                        .POST(BodyPublishers.ofByteArray(body.bytes())));
    }

    private static long usedHeapBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
