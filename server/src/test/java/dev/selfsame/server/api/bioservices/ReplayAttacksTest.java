package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.Recorder;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Recordings of attackers and of broken programs; the session takes a good one afterwards. */
@ExtendWith(ServerExtension.class)
final class ReplayAttacksTest {

    private static final String PASSIVE = "{\"type\":\"LIVENESS_PASSIVE\"}";
    private static final String INSIDE = "(?i)exception|nimbus|jose\\.|java|dev[./]selfsame|\\bat ";
    private static final long SEED = 20261122;

    @Test
    void aRecordingIsForOneChallengeAlone(RunningServer server) {
        Recorder recorder = Recorder.open(server, "{}");
        JsonNode wanted = recorder.init(PASSIVE);
        JsonNode other = Recorder.open(server, "{}").init(PASSIVE);
        Map<String, String> attacks = new LinkedHashMap<>();
        attacks.put("to the key of another", Recorder.sealed(other, good(wanted)));
        attacks.put("for another, to this key", Recorder.sealed(wanted, good(other)));
        for (String member : List.of("replayId", "serverRandom")) {
            attacks.put(
                    "another's " + member,
                    changed(wanted, it -> it.set(member, other.path(member))));
            attacks.put("no " + member, changed(wanted, it -> it.remove(member)));
            attacks.put("empty " + member, changed(wanted, it -> it.put(member, "")));
            attacks.put("no text as " + member, changed(wanted, it -> it.putArray(member)));
        }

        assertRefused(recorder, wanted, attacks);
    }

    @Test
    void framesComeInOrderAndNotTooMany(RunningServer server) {
        Recorder recorder = Recorder.open(server, "{}");
        JsonNode wanted = recorder.init(PASSIVE);
        Map<String, String> attacks = new LinkedHashMap<>();
        for (String millis :
                List.of("0", "125", "-1", "3600001", "1.5", "1e400", "\"soon\"", "null", "[]")) {
            attacks.put(
                    "second frame at " + millis,
                    changed(
                            wanted,
                            it ->
                                    ((ObjectNode) it.path("frames").path(1))
                                            .set("millis", SessionClient.json(millis))));
        }
        attacks.put("no frames", changed(wanted, it -> it.remove("frames")));
        attacks.put("empty frames", changed(wanted, it -> it.putArray("frames")));
        attacks.put("frames in an object", changed(wanted, it -> it.putObject("frames")));
        attacks.put("601 frames", many(wanted, 601));
        attacks.put("5000 frames", many(wanted, 5000));
        attacks.put(
                "a frame that is a number", changed(wanted, it -> it.putArray("frames").add(7)));
        attacks.put("a JPEG that is no base64", frame(wanted, it -> it.put("jpeg", "§§§")));
        attacks.put("a JPEG that is an object", frame(wanted, it -> it.putObject("jpeg")));
        attacks.put("a frame without a JPEG", frame(wanted, it -> it.remove("jpeg")));
        attacks.put(
                "a frame of half a megabyte and a byte",
                frame(wanted, it -> it.put("jpeg", new byte[512 * 1024 + 1])));
        attacks.put("a frame of 10 MB", frame(wanted, it -> it.put("jpeg", new byte[10_000_000])));

        assertRefused(recorder, wanted, attacks);
    }

    @Test
    void whatIsInsideMustBeOneObjectOfTheRightTypes(RunningServer server) {
        Recorder recorder = Recorder.open(server, "{}");
        JsonNode wanted = recorder.init(PASSIVE);
        Map<String, String> attacks = new LinkedHashMap<>();
        attacks.put("version 2", changed(wanted, it -> it.put("version", 2)));
        attacks.put("no version", changed(wanted, it -> it.remove("version")));
        attacks.put("device as text", changed(wanted, it -> it.put("deviceInfo", "Pixel")));
        attacks.put("program as array", changed(wanted, it -> it.putArray("sdkInfo").add(1)));
        attacks.put(
                "long model",
                changed(
                        wanted,
                        it -> it.putObject("deviceInfo").put("deviceModel", "x".repeat(257))));
        String json = new String(good(wanted), StandardCharsets.UTF_8);
        for (String text :
                List.of(
                        "",
                        "null",
                        "[]",
                        "[" + json + "," + json + "]",
                        json + "x",
                        json.substring(0, json.length() - 1),
                        json.replace("\"version\":1", "\"version\":1,\"version\":1"),
                        "[".repeat(100_000),
                        "{\"a\":".repeat(1000) + "1" + "}".repeat(1000),
                        "<recording/>")) {
            attacks.put(
                    "inside: " + text.substring(0, Math.min(20, text.length())) + text.length(),
                    Recorder.sealed(wanted, text.getBytes(StandardCharsets.UTF_8)));
        }
        attacks.put("inside: noise", Recorder.sealed(wanted, noise(10_000)));

        assertRefused(recorder, wanted, attacks);
    }

    @Test
    void noOtherEncryptionIsDone(RunningServer server) throws Exception {
        Recorder recorder = Recorder.open(server, "{}");
        JsonNode wanted = recorder.init(PASSIVE);
        String sealed = Recorder.sealed(wanted, good(wanted));
        Map<String, String> attacks = new LinkedHashMap<>();
        for (JWEAlgorithm algorithm : List.of(JWEAlgorithm.ECDH_ES_A256KW, JWEAlgorithm.ECDH_ES)) {
            for (EncryptionMethod method :
                    List.of(EncryptionMethod.A128GCM, EncryptionMethod.A256CBC_HS512)) {
                attacks.put(
                        algorithm + " " + method,
                        Recorder.sealed(wanted, good(wanted), new JWEHeader(algorithm, method)));
            }
        }
        attacks.put(
                "a bomb",
                Recorder.sealed(
                        wanted,
                        new byte[50_000_000],
                        new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                                .compressionAlgorithm(CompressionAlgorithm.DEF)
                                .build()));
        attacks.put(
                "a critical header",
                Recorder.sealed(
                        wanted,
                        good(wanted),
                        new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                                .criticalParams(Set.of("exp"))
                                .customParam("exp", 1)
                                .build()));
        for (String algorithm :
                List.of(
                        "none",
                        "dir",
                        "RSA-OAEP",
                        "RSA-OAEP-256",
                        "A256KW",
                        "PBES2-HS256+A128KW")) {
            attacks.put(
                    algorithm,
                    headed(
                            sealed,
                            "{\"alg\":\"" + algorithm + "\",\"enc\":\"A256GCM\",\"p2c\":999999}"));
        }
        attacks.put("null alg", headed(sealed, "{\"alg\":null,\"enc\":\"A256GCM\"}"));
        attacks.put("no enc", headed(sealed, "{\"alg\":\"ECDH-ES\"}"));

        assertRefused(recorder, wanted, attacks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "\"x\"",
                "{}",
                // why (0, 0): a point of another curve gives the private key away bit by bit
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AQ\",\"y\":\"AQ\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AQ\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-384\",\"x\":\"AQ\",\"y\":\"AQ\"}",
                "{\"kty\":\"EC\",\"crv\":\"secp256k1\",\"x\":\"AQ\",\"y\":\"AQ\"}",
                "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AQ\"}",
                "{\"kty\":\"RSA\",\"n\":\"AQ\",\"e\":\"AQAB\"}",
                "{\"kty\":\"oct\",\"k\":\"AQ\"}"
            })
    void pointsThatAreNotOnTheCurveAreRefused(String epk, RunningServer server) {
        Recorder recorder = Recorder.open(server, "{}");
        JsonNode wanted = recorder.init(PASSIVE);
        String header = "{\"alg\":\"ECDH-ES\",\"enc\":\"A256GCM\",\"epk\":" + epk + "}";

        assertRefused(
                recorder,
                wanted,
                Map.of(epk, headed(Recorder.sealed(wanted, good(wanted)), header)));
    }

    @Test
    void whatIsNoEnvelopeIsRefused(RunningServer server) {
        Recorder recorder = Recorder.open(server, "{}");
        JsonNode wanted = recorder.init(PASSIVE);
        String sealed = Recorder.sealed(wanted, good(wanted));
        String[] parts = sealed.split("\\.", -1);
        Map<String, String> attacks = new LinkedHashMap<>();
        for (String text :
                List.of(
                        "",
                        "hello",
                        "....",
                        "a.b.c.d.e",
                        parts[0],
                        sealed + ".x",
                        parts[0] + ".." + parts[2],
                        new String(good(wanted), StandardCharsets.UTF_8),
                        "\"" + sealed + "\"",
                        "{\"recording\":\"" + sealed + "\"}",
                        "{\"protected\":\"" + parts[0] + "\",\"iv\":\"" + parts[2] + "\"}",
                        "\u0000".repeat(100),
                        "ü€".repeat(100),
                        ".".repeat(1_000_000))) {
            attacks.put(text.substring(0, Math.min(20, text.length())) + text.length(), text);
        }
        attacks.put("a key where none is", with(parts, 1, "AAAA"));
        attacks.put("no nonce", with(parts, 2, ""));
        attacks.put("a short nonce", with(parts, 2, parts[2].substring(0, 4)));
        attacks.put("a cut text", with(parts, 3, parts[3].substring(0, parts[3].length() / 2)));
        attacks.put("no text", with(parts, 3, ""));
        attacks.put("a short seal", with(parts, 4, parts[4].substring(0, 5)));
        attacks.put("no seal", with(parts, 4, ""));
        attacks.put("a header of a megabyte", headed(sealed, "{\"a\":\"" + "x".repeat(1 << 20)));
        attacks.put("a deep header", headed(sealed, "{\"a\":" + "[".repeat(10_000)));
        attacks.put("no JSON as header", headed(sealed, "<alg/>"));

        assertRefused(recorder, wanted, attacks);
    }

    @Test
    void aFlippedBitOpensNothing(RunningServer server) {
        Recorder recorder = Recorder.open(server, "{}");
        JsonNode wanted = recorder.init(PASSIVE);
        byte[] sealed = Recorder.sealed(wanted, good(wanted)).getBytes(StandardCharsets.US_ASCII);
        Random random = new Random(SEED);
        Map<String, String> attacks = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            byte[] flipped = sealed.clone();
            int at = random.nextInt(flipped.length - 1);
            // why not the lowest bit: the last sign of a part may have bits that mean nothing
            flipped[at] = (byte) (flipped[at] ^ 32);
            attacks.put("bit of byte " + at, new String(flipped, StandardCharsets.ISO_8859_1));
        }

        assertRefused(recorder, wanted, attacks);
    }

    private static void assertRefused(
            Recorder recorder, JsonNode wanted, Map<String, String> attacks) {
        attacks.forEach(
                (name, body) -> {
                    HttpResponse<String> answer = recorder.submit(body);
                    assertThat(answer.statusCode()).as(name + " " + answer.body()).isEqualTo(400);
                    assertThat(answer.body())
                            .as(name)
                            .matches("\\{\"id\":\"[0-9a-f-]{36}\",\"message\":\"[^\"]+\"}")
                            .doesNotContainPattern(INSIDE)
                            .doesNotContain(wanted.path("serverRandom").asString());
                });
        assertThat(recorder.status().body()).contains("\"status\":\"INITIALIZED\"");
        HttpResponse<String> good = recorder.submit(Recorder.sealed(wanted, good(wanted)));
        assertThat(good.statusCode()).as(good.body()).isEqualTo(202);
        assertThat(recorder.judged()).contains("\"status\":\"FAILED\"");
    }

    private static byte[] good(JsonNode wanted) {
        return bytes(Recorder.recording(wanted, Collections.nCopies(3, Faces.nobody())));
    }

    private static String changed(JsonNode wanted, Consumer<ObjectNode> change) {
        ObjectNode recording = Recorder.recording(wanted, Collections.nCopies(3, Faces.nobody()));
        change.accept(recording);
        return Recorder.sealed(wanted, bytes(recording));
    }

    private static String frame(JsonNode wanted, Consumer<ObjectNode> change) {
        return changed(wanted, it -> change.accept((ObjectNode) it.path("frames").path(1)));
    }

    private static String many(JsonNode wanted, int count) {
        return Recorder.sealed(
                wanted,
                bytes(Recorder.recording(wanted, Collections.nCopies(count, new byte[10]))));
    }

    private static String headed(String sealed, String header) {
        String encoded =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(header.getBytes(StandardCharsets.UTF_8));
        return with(sealed.split("\\.", -1), 0, encoded);
    }

    private static String with(String[] parts, int index, String part) {
        String[] changed = parts.clone();
        changed[index] = part;
        return String.join(".", changed);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(SEED).nextBytes(noise);
        return noise;
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
