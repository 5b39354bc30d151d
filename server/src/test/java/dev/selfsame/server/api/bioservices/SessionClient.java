package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.RunningServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Calls of a client that works with sessions. */
record SessionClient(RunningServer server, String key) {

    static final String SESSIONS = "/bioserver-app/v2/bio-sessions";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SessionClient of(RunningServer server) {
        return new SessionClient(server, server.apiKey());
    }

    /** The path of a new session. */
    String open(String json) {
        HttpResponse<String> answer = send("POST", SESSIONS, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).isEmpty();
        return path(answer);
    }

    /** The path of a new face. */
    String add(String session, byte[] picture) {
        HttpResponse<String> answer = post(session + "/faces", face(picture, "SELFIE"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).isEmpty();
        return path(answer);
    }

    static MultipartBody face(byte[] picture, String imageType) {
        return MultipartBody.formData()
                .file(
                        "face",
                        ("{\"imageType\":\"" + imageType + "\"}").getBytes(StandardCharsets.UTF_8))
                .file("image", picture);
    }

    HttpResponse<String> post(String path, MultipartBody body) {
        return server.send(
                server.to(path)
                        .header("apikey", key)
                        .header("Content-Type", body.contentType())
                        .POST(BodyPublishers.ofByteArray(body.bytes())));
    }

    HttpResponse<String> send(String method, String path, String json) {
        return server.send(
                server.to(path)
                        .header("apikey", key)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                json.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json)));
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<String> delete(String path) {
        return send("DELETE", path, "");
    }

    JsonNode read(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    static String path(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("/v2/bio-sessions/");
        return "/bioserver-app" + location;
    }
}
