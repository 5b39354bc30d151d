package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.biosession.BioSessionStore;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RunningServer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What stands in the places of golden requests. */
final class ContractValues {

    private static final Duration HELD = Duration.ofMinutes(10);

    private ContractValues() {}

    /** Keys and pictures. */
    static Map<String, byte[]> ofAll(RunningServer server) {
        Map<String, byte[]> values = new HashMap<>();
        values.put("apikey", ascii(server.apiKey()));
        // why this scope: no route of this API is open to it
        values.put("foreign-key", ascii(server.newKey("multibiometrics")));
        values.put("anna", Faces.anna());
        values.put("anna-again", Faces.annaAgain());
        values.put("berta", Faces.berta());
        values.put("group", Faces.group());
        values.put("nobody", Faces.nobody());
        return values;
    }

    /** A session of two people that keeps pictures. */
    static void addSession(RunningServer server, Map<String, byte[]> values) {
        SessionClient client = SessionClient.of(server);
        String session = client.open("{\"correlationId\":\"c-1\",\"imageStorageEnabled\":true}");
        String face = client.add(session, Faces.anna());
        client.add(session, Faces.berta());
        values.put("session", ascii(id(session)));
        values.put("face", ascii(id(face)));
        values.put("face-json", client.get(face).body().getBytes(StandardCharsets.UTF_8));
    }

    /** A session of one person that keeps no pictures. */
    static void addBareSession(RunningServer server, Map<String, byte[]> values) {
        SessionClient client = SessionClient.of(server);
        String session = client.open("{}");
        values.put("bare-session", ascii(id(session)));
        values.put("bare-face", ascii(id(client.add(session, Faces.anna()))));
    }

    /** A session that something works on. */
    static void addHeldSession(RunningServer server, Map<String, byte[]> values) {
        String session = id(SessionClient.of(server).open("{}"));
        server.part(BioSessionStore.class)
                .hold(Tenant.DEFAULT_ID, UUID.fromString(session), Instant.now().plus(HELD));
        values.put("held-session", ascii(session));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
