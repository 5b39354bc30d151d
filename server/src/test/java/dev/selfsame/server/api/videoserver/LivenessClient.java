package dev.selfsame.server.api.videoserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RunningServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** The server of somebody who lets browsers capture. */
record LivenessClient(RunningServer server, String key) {

    static final String INIT = "/video-server/init-liveness-session";
    static final String SESSIONS = "/bioserver-app/v2/bio-sessions/";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static LivenessClient of(RunningServer server) {
        return new LivenessClient(server, server.apiKey());
    }

    HttpResponse<String> init(String json) {
        return server.send(
                server.to(INIT)
                        .header("apikey", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    /** The id of a new session. */
    String open(String json) {
        HttpResponse<String> answer = init(json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/bio-sessions/") + "/bio-sessions/".length());
    }

    HttpResponse<String> get(String path) {
        return server.get(path, "apikey", key);
    }

    JsonNode result(String sessionId) {
        HttpResponse<String> answer = get(SESSIONS + sessionId + "/liveness-challenge-result");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
