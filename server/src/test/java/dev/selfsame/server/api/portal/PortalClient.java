package dev.selfsame.server.api.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.portal.PortalRole;
import dev.selfsame.server.portal.PortalUsers;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.testing.RunningServer;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

/** Somebody who is signed in, as the page in their browser asks for them. */
final class PortalClient {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningServer server;
    private final NewPassword user;
    private final String cookie;
    private final JsonNode me;

    private PortalClient(RunningServer server, NewPassword user, HttpResponse<String> signedIn) {
        this.server = server;
        this.user = user;
        cookie = cookieOf(signedIn);
        me = JSON.readTree(signedIn.body());
    }

    /** A new administrator, signed in. */
    static PortalClient administrator(RunningServer server) {
        return in(server, make(server, PortalRole.ADMINISTRATOR, null));
    }

    /** A new user of a tenant, which is made where it is not there, signed in. */
    static PortalClient of(String tenant, RunningServer server) {
        server.part(Tenants.class).create(tenant, null);
        return in(server, make(server, PortalRole.TENANT, tenant));
    }

    /** A user whose name nobody else has. */
    static NewPassword make(RunningServer server, PortalRole role, @Nullable String tenant) {
        return server.part(PortalUsers.class)
                .create("u" + UUID.randomUUID().toString().substring(0, 18), role, tenant);
    }

    static PortalClient in(RunningServer server, NewPassword user) {
        HttpResponse<String> answer = signIn(server, user.name(), user.text());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new PortalClient(server, user, answer);
    }

    static HttpResponse<String> signIn(RunningServer server, String name, String password) {
        return signIn(server, Map.of("name", name, "password", password));
    }

    static HttpResponse<String> signIn(RunningServer server, Map<String, String> form) {
        return server.send(
                server.to("/portal/api/sign-in")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(form))));
    }

    static String cookieOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", -1)[0];
    }

    String name() {
        return user.name();
    }

    String password() {
        return user.text();
    }

    String cookie() {
        return cookie;
    }

    String csrf() {
        return me.get("csrf").stringValue();
    }

    JsonNode me() {
        return me;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    /** The body of a GET that succeeds. */
    JsonNode read(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** The body of an answer of 201 or 200 to something that was sent. */
    JsonNode done(String method, String path, String json) {
        HttpResponse<String> answer = send(method, path, json);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return JSON.readTree(answer.body());
    }

    int status(String method, String path, @Nullable String json) {
        return send(method, path, json).statusCode();
    }

    HttpResponse<String> send(String method, String path, @Nullable String json) {
        return server.send(request(method, path, json).header("X-CSRF-Token", csrf()));
    }

    /** A request with the cookie and without the token. */
    HttpRequest.Builder request(String method, String path, @Nullable String json) {
        HttpRequest.Builder request =
                server.to("/portal/api" + path)
                        .header("Cookie", cookie)
                        .method(
                                method,
                                json == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json));
        return json == null ? request : request.header("Content-Type", "application/json");
    }
}
