package dev.selfsame.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;

/**
 * A session in which recordings are asked for and sent, with another library than our own client's.
 *
 * @param session its id
 */
public record Recorder(RunningServer server, String key, String session) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ROOT = "/bioserver-app/";
    private static final int MILLIS_A_FRAME = 125;

    /** In a session of its own. */
    public static Recorder open(RunningServer server, String sessionJson) {
        HttpResponse<String> answer =
                server.send(
                        server.to(ROOT + "v2/bio-sessions")
                                .header("apikey", server.apiKey())
                                .POST(BodyPublishers.ofString(sessionJson)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return new Recorder(
                server, server.apiKey(), location.substring(location.lastIndexOf('/') + 1));
    }

    /** The same with another key. */
    public Recorder with(String other) {
        return new Recorder(server, other, session);
    }

    /** Asks for a recording, which must work. */
    public JsonNode init(String json) {
        HttpResponse<String> answer = tryInit(json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    public HttpResponse<String> tryInit(String json) {
        return send("POST", "v2", "/init-liveness-parameters", json);
    }

    /** Parameters as they are read again. */
    public HttpResponse<String> parameters() {
        return send("GET", "v2", "/init-liveness-parameters", "");
    }

    /** Sends whatever it is as the recording. */
    public HttpResponse<String> submit(String body) {
        return send("POST", "v3", "/replay-liveness-metadata", body);
    }

    public HttpResponse<String> status() {
        return send("GET", "v3", "/replay-liveness-metadata", "");
    }

    public HttpResponse<String> delete() {
        return send("DELETE", "v2", "", "");
    }

    /** A request about the session. */
    public HttpResponse<String> send(String method, String version, String path, String body) {
        return server.send(
                server.to(ROOT + version + "/bio-sessions/" + session + path)
                        .header("apikey", key)
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body)));
    }

    /** The status when the recording is judged. */
    public String judged() {
        String status;
        do {
            // why this route: it waits for the result
            JsonNode result =
                    JSON.readTree(send("GET", "v2", "/liveness-challenge-result", "").body());
            status = result.path("livenessStatus").asString();
        } while (status.equals("INITIALIZED") || status.equals("IN_PROGRESS"));
        HttpResponse<String> answer = status();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** A recording of these frames, eight a second, as JSON that is not encrypted yet. */
    public static ObjectNode recording(JsonNode parameters, List<byte[]> jpegs) {
        ObjectNode recording = JSON.createObjectNode();
        recording.put("version", 1);
        recording.set("replayId", parameters.path("id"));
        recording.set("serverRandom", parameters.path("serverRandom"));
        recording.putObject("deviceInfo").put("deviceModel", "Pixel 9").put("osType", "Android");
        recording.putObject("sdkInfo").put("sdkVersion", "1.2.3");
        ArrayNode frames = recording.putArray("frames");
        for (byte[] jpeg : jpegs) {
            frames.addObject().put("millis", frames.size() * MILLIS_A_FRAME).put("jpeg", jpeg);
        }
        return recording;
    }

    /** An envelope as it is to be. */
    public static String sealed(JsonNode parameters, byte[] plain) {
        return sealed(
                parameters,
                plain,
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM).build());
    }

    /** An envelope with another header. */
    public static String sealed(JsonNode parameters, byte[] plain, JWEHeader header) {
        try {
            JWEObject jwe = new JWEObject(header, new Payload(plain));
            jwe.encrypt(new ECDHEncrypter(key(parameters)));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECPublicKey key(JsonNode parameters) {
        byte[] der = Base64.getDecoder().decode(parameters.path("certificates").path(0).asString());
        try {
            return (ECPublicKey)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der))
                            .getPublicKey();
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
