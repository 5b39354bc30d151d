package dev.selfsame.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.Scopes;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.Recorder;
import dev.selfsame.server.testing.RunningServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Texts that would run in a page or a spreadsheet that takes them for anything but texts. */
final class HostileTexts {

    static final List<String> ALL =
            List.of(
                    "<script>window.ran=1</script>",
                    "\"'><img src=x onerror=window.ran=1>",
                    "<svg/onload=window.ran=1>",
                    "</textarea></title><iframe srcdoc='<script>parent.ran=1</script>'>",
                    "{{constructor.constructor('window.ran=1')()}}${window.ran=1}",
                    "javascript:window.ran=1//' autofocus onfocus=window.ran=1 '",
                    "=cmd|' /C calc'!A0",
                    "W".repeat(100));

    /** What a page that was taken in would show, as an object of JavaScript. */
    static final String TRACES =
            """
            ({
              ran: 'ran' in window,
              handlers: [...document.querySelectorAll('*')].filter(
                  (it) => [...it.attributes].some(({ name }) => name.startsWith('on'))).length,
              foreign: document.querySelectorAll('script:not([src]), iframe, object, embed, base,'
                  + '[srcdoc], [href^="javascript:"], img[src=x], [onload]').length,
              text: document.body.textContent,
            })
            """;

    private static final String SESSIONS = "/bioserver-app/v2/bio-sessions";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HostileTexts() {}

    /** Puts them wherever somebody with a key of this tenant, or who makes keys for it, can. */
    static void fill(RunningServer server, String tenant) {
        server.part(Tenants.class).create(tenant, ALL.get(1));
        for (String text : ALL) {
            String key = server.part(ApiKeys.class).issue(tenant, text, Scopes.ALL).text();
            openSessions(server, key, text);
            server.get(SESSIONS + "/" + encoded(text) + "?a=" + encoded(text), "apikey", key);
        }
        String key = server.part(ApiKeys.class).issue(tenant, "scripts", Scopes.ALL).text();
        sendFaces(server, key, ALL.getFirst());
        sendRecording(server, key, ALL.get(1));
    }

    private static void openSessions(RunningServer server, String key, String text) {
        Map<String, Object> members =
                Map.of(
                        "correlationId",
                        text,
                        "evidenceId",
                        text,
                        "livenessMode",
                        "LIVENESS_PASSIVE");
        HttpResponse<String> opened = post(server, key, SESSIONS, members);
        assertThat(opened.statusCode()).isEqualTo(201);
        String session = opened.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> read = server.get("/bioserver-app" + session, "apikey", key);
        assertThat(read.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(JSON.readTree(read.body()).path("correlationId").asString()).isEqualTo(text);
        post(server, key, "/video-server/init-liveness-session", members);
        assertThat(post(server, key, SESSIONS, Map.of("callbackURL", text)).statusCode())
                .isEqualTo(400);
    }

    private static void sendFaces(RunningServer server, String key, String text) {
        MultipartBody face =
                MultipartBody.formData()
                        .text(
                                "face",
                                JSON.writeValueAsString(
                                        Map.of("imageType", "SELFIE", "friendlyName", text)))
                        .part(
                                "Content-Disposition: form-data; name=\"image\"; filename=\""
                                        + text
                                        + "\"\r\nContent-Type: text/html",
                                Faces.anna());
        HttpResponse<String> answer = post(server, key, "/bioserver-app/v2/faces", face);
        assertThat(answer.body()).contains("friendlyName");
        post(
                server,
                key,
                "/bioserver-app/v2/match/images",
                MultipartBody.match(Faces.anna(), Faces.annaAgain())
                        .text("correlationId", text)
                        .text("evidenceId", text));
        String picture = Base64.getEncoder().encodeToString(Faces.anna());
        HttpResponse<String> enrolled =
                post(
                        server,
                        key,
                        "/multibiometrics/enroll",
                        Map.of(
                                "Person",
                                Map.of(
                                        "CustomID",
                                        text,
                                        "Face",
                                        List.of(Map.of("Face-1", picture)))));
        assertThat(enrolled.statusCode()).as(enrolled.body()).isEqualTo(200);
    }

    private static void sendRecording(RunningServer server, String key, String text) {
        String location =
                post(server, key, SESSIONS, Map.of("correlationId", text))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        Recorder recorder =
                new Recorder(server, key, location.substring(location.lastIndexOf('/') + 1));
        JsonNode asked =
                recorder.init(
                        JSON.writeValueAsString(Map.of("type", "LIVENESS_PASSIVE", "id", text)));
        ObjectNode recording = Recorder.recording(asked, List.of(Faces.nobody()));
        recording.putObject("deviceInfo").put("deviceModel", text).put("osType", text);
        byte[] plain = recording.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(recorder.submit(Recorder.sealed(asked, plain)).statusCode()).isEqualTo(202);
        assertThat(JSON.readTree(recorder.judged()).toString()).contains("deviceModel");
    }

    /** Fails if a page shows that one of them was more than text. */
    static void assertNoneRan(String where, JsonNode traces) {
        assertThat(traces.get("ran").asBoolean()).as(where).isFalse();
        assertThat(traces.get("handlers").asInt()).as(where).isZero();
        assertThat(traces.get("foreign").asInt()).as(where).isZero();
    }

    /** Fails if the policy of a page had to stop something. */
    static void assertNothingWasRefused(BrowserReport report) {
        assertThat(report.console())
                .noneMatch(line -> line.contains("Content Security Policy"))
                .noneMatch(line -> line.contains("Refused to"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> post(
            RunningServer server, String key, String path, Map<String, Object> json) {
        return server.send(
                server.to(path)
                        .header("apikey", key)
                        .header("Ocp-Apim-Subscription-Key", key)
                        .header("Content-Type", "application/json")
                        .header("User-Agent", ALL.getFirst())
                        .header("X-Request-Id", ALL.getFirst())
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(json))));
    }

    private static HttpResponse<String> post(
            RunningServer server, String key, String path, MultipartBody body) {
        return server.send(
                server.to(path)
                        .header("apikey", key)
                        .header("Content-Type", body.contentType())
                        .POST(BodyPublishers.ofByteArray(body.bytes())));
    }
}
