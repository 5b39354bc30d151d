package dev.selfsame.server.api.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Fingers;
import dev.selfsame.server.testing.RunningServer;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;

/** People of a tenant, enrolled and deleted over the wire. */
final class TenantPeople {

    private final RunningServer server;
    private final String key;

    TenantPeople(RunningServer server, String tenant) {
        this.server = server;
        key = server.newTenantKey(tenant);
    }

    /** Enrols somebody with a record of consent, {@code null} for none. */
    void enroll(String name, String consent) {
        send(
                "POST",
                "enroll",
                "{\"Person\":{\"CustomID\":\"%s\",\"Consent\":%s,\"Fingers\":[{\"Finger-1\":\"%s\"}]}}"
                        .formatted(
                                name, consent, Base64.getEncoder().encodeToString(Fingers.png(7))));
    }

    /** Deletes somebody; the id of the receipt. */
    String delete(String name) {
        return send("DELETE", "delete", "{\"Person\":{\"CustomID\":\"" + name + "\"}}")
                .headers()
                .firstValue("Selfsame-Receipt")
                .orElseThrow();
    }

    /** The id of a receipt of somebody who was enrolled and deleted. */
    static String receipt(RunningServer server, String tenant) {
        TenantPeople people = new TenantPeople(server, tenant);
        people.enroll("anna", "null");
        return people.delete("anna");
    }

    private HttpResponse<String> send(String method, String operation, String body) {
        HttpResponse<String> answer =
                server.send(
                        server.to("/multibiometrics/" + operation)
                                .header("apikey", key)
                                .method(method, BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
