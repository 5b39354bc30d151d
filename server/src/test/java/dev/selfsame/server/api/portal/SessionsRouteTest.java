package dev.selfsame.server.api.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.BioSessionStore;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Open sessions in the portal: whose are shown, and what of them. */
@ExtendWith(ServerExtension.class)
final class SessionsRouteTest {

    private static final String SESSIONS = "/bioserver-app/v2/bio-sessions";
    private static final String CAPTURE = "/video-server/init-liveness-session";
    private static final String SCRIPT = "<img src=x onerror=alert(1)>\"'&amp;";

    @Test
    void aTenantSeesItsOpenSessionsAndNoIdThatIsOfUse(RunningServer server) {
        String key = server.newTenantKey("open-a");
        PortalClient user = PortalClient.of("open-a", server);
        String first = open(server, key, SESSIONS, Map.of("correlationId", SCRIPT));
        String second = open(server, key, CAPTURE, capture());

        HttpResponse<String> answer = user.get("/tenants/open-a/sessions");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(first, second, first.substring(9), "open-a");
        JsonNode sessions = PortalClient.JSON.readTree(answer.body());
        assertThat(sessions.get("open").intValue()).isEqualTo(2);
        assertThat(sessions.get("captures").intValue()).isZero();
        JsonNode plain = of(sessions, first);
        assertThat(plain.get("correlationId").stringValue()).isEqualTo(SCRIPT);
        assertThat(plain.get("faces").intValue()).isZero();
        assertThat(plain.get("liveness").isNull()).isTrue();
        assertThat(plain.get("expires").stringValue())
                .isGreaterThan(plain.get("created").stringValue());
        assertThat(of(sessions, second).get("liveness").toString())
                .isEqualTo("{\"kind\":\"CAPTURE\",\"status\":\"INITIALIZED\"}");
        assertThat(user.read("/overview").get("bioSessions").intValue()).isEqualTo(2);
        // the part that is shown opens nothing
        assertThat(get(server, key, SESSIONS + "/" + first.substring(0, 8))).isEqualTo(404);
        assertThat(get(server, key, SESSIONS + "/" + first)).isEqualTo(200);
    }

    @Test
    void nobodySeesTheSessionsOfAnotherTenant(RunningServer server) {
        String key = server.newTenantKey("open-victim");
        String id = open(server, key, SESSIONS, Map.of("correlationId", "the victim's"));
        PortalClient thief = PortalClient.of("open-thief", server);

        assertThat(thief.get("/tenants/open-victim/sessions").statusCode()).isEqualTo(404);
        HttpResponse<String> own = thief.get("/tenants/open-thief/sessions?tenant=open-victim");
        assertThat(own.body()).doesNotContain("victim", id.substring(0, 8)).contains("\"open\":0");
        assertThat(thief.get("/overview").body()).contains("\"bioSessions\":0");

        JsonNode seen = PortalClient.administrator(server).read("/tenants/open-victim/sessions");
        assertThat(seen.get("open").intValue()).isOne();
        assertThat(seen.get("sessions").get(0).get("id").stringValue())
                .isEqualTo(id.substring(0, 8));
    }

    @Test
    void aLongListIsCutAndStillCounted(RunningServer server) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (int i = 0; i < 101; i++) {
            BioSession session =
                    new BioSession(
                            UUID.randomUUID(),
                            "open-many",
                            null,
                            null,
                            false,
                            null,
                            now,
                            now.plusSeconds(600));
            server.part(BioSessionStore.class).add(session);
        }

        JsonNode seen = PortalClient.of("open-many", server).read("/tenants/open-many/sessions");

        assertThat(seen.get("open").intValue()).isEqualTo(101);
        assertThat(seen.get("sessions")).hasSize(100);
        assertThat(seen.get("limit").intValue()).isEqualTo(100);
    }

    private static Map<String, Object> capture() {
        return Map.of("livenessMode", "LIVENESS_PASSIVE", "securityLevel", "HIGH");
    }

    private static JsonNode of(JsonNode sessions, String id) {
        return sessions.get("sessions")
                .valueStream()
                .filter(it -> id.startsWith(it.get("id").stringValue()))
                .findFirst()
                .orElseThrow();
    }

    /** The id of a new session. */
    private static String open(
            RunningServer server, String key, String path, Map<String, Object> form) {
        HttpResponse<String> answer =
                server.send(
                        server.to(path)
                                .header("apikey", key)
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                PortalClient.JSON.writeValueAsString(form))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static int get(RunningServer server, String key, String path) {
        return server.get(path, "apikey", key).statusCode();
    }
}
