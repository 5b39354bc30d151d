package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Every row of the contract's table of errors, and the order in which faults are reported. */
@ExtendWith(ServerExtension.class)
final class ErrorsTest {

    private static final String ENROLL = "/multibiometrics/enroll";
    private static final String ID = "nobody-of-this-name";
    private static final String INVALID_JSON = "Invalid JSON format";
    private static final String MANDATORY = "CustomID is mandatory";
    private static final String INVALID_BASE64 = "Invalid base64 string";
    private static final String FACE = "\"Face\":[{\"Face-1\":\"" + Bodies.ANNA + "\"}]";
    private static final String CUT_PICTURE =
            Bodies.base64(Arrays.copyOf(Base64.getDecoder().decode(Bodies.ANNA), 9000));

    static final List<Arguments> ENROLMENTS =
            List.of(
                    row("an empty body", "", INVALID_JSON),
                    row("no JSON", "CustomID=1234", INVALID_JSON),
                    row(
                            "a missing comma",
                            "{\"Person\":{\"CustomID\":\"1\" \"Face\":[]}}",
                            INVALID_JSON),
                    row("an end that is missing", "{\"Person\":{\"CustomID\":\"1\"", INVALID_JSON),
                    row("something after the end", Bodies.person(ID, FACE) + "}", INVALID_JSON),
                    row(
                            "a name twice",
                            "{\"Person\":{\"CustomID\":\"1\",\"CustomID\":\"2\"," + FACE + "}}",
                            INVALID_JSON),
                    row(
                            "no Person",
                            "{\"Personne\":{\"CustomID\":\"1\"," + FACE + "}}",
                            INVALID_JSON),
                    row("Person is a string", "{\"Person\":\"1\"}", INVALID_JSON),
                    row("Person is null", "{\"Person\":null}", INVALID_JSON),
                    row(
                            "two requests at once",
                            "[" + Bodies.person(ID, FACE) + "," + Bodies.person(ID, FACE) + "]",
                            INVALID_JSON),
                    row("an empty array", "[]", INVALID_JSON),
                    row("too deep", "[".repeat(100) + "]".repeat(100), INVALID_JSON),
                    row("no CustomID", "{\"Person\":{" + FACE + "}}", MANDATORY),
                    row("an empty CustomID", Bodies.person("", FACE), MANDATORY),
                    row("a blank CustomID", Bodies.person("  ", FACE), MANDATORY),
                    row(
                            "CustomID is null",
                            "{\"Person\":{\"CustomID\":null," + FACE + "}}",
                            MANDATORY),
                    row("neither CustomID nor picture", "{\"Person\":{}}", MANDATORY),
                    row(
                            "no CustomID and broken base64",
                            "{\"Person\":{\"Face\":[{\"Face-1\":\"%\"}]}}",
                            MANDATORY),
                    row(
                            "CustomID is an object",
                            "{\"Person\":{\"CustomID\":{}," + FACE + "}}",
                            MANDATORY),
                    row(
                            "CustomID is true",
                            "{\"Person\":{\"CustomID\":true," + FACE + "}}",
                            INVALID_JSON),
                    row("CustomID has a line break", Bodies.person("a\\nb", FACE), INVALID_JSON),
                    row(
                            "CustomID has half a character",
                            Bodies.person("\\ud800", FACE),
                            INVALID_JSON),
                    row("CustomID is too long", Bodies.person("x".repeat(257), FACE), INVALID_JSON),
                    row("no biometrics", Bodies.nameOnly(ID), INVALID_JSON),
                    row(
                            "empty biometrics",
                            Bodies.person(ID, "\"Face\":[],\"Fingers\":[{}]"),
                            INVALID_JSON),
                    row(
                            "empty pictures",
                            Bodies.person(
                                    ID,
                                    "\"Face\":[{\"Face-1\":\"\"}],\"Fingers\":[{\"Finger-1\":null}]"),
                            INVALID_JSON),
                    row(
                            "Face is a string",
                            Bodies.person(ID, "\"Face\":\"" + Bodies.ANNA + "\""),
                            INVALID_JSON),
                    row(
                            "a face is a number",
                            Bodies.person(ID, "\"Face\":[{\"Face-1\":17}]"),
                            INVALID_JSON),
                    row(
                            "a face is an object",
                            Bodies.person(ID, "\"Face\":[{\"Face-1\":{\"Image\":\"AAAA\"}}]"),
                            INVALID_JSON),
                    row(
                            "a finger without a name",
                            Bodies.person(ID, "\"Fingers\":[\"" + Bodies.FINGER + "\"]"),
                            INVALID_JSON),
                    row(
                            "an eleventh finger",
                            Bodies.finger(ID, "Finger-11", Bodies.FINGER),
                            INVALID_JSON),
                    row("finger 0", Bodies.finger(ID, "Finger-0", Bodies.FINGER), INVALID_JSON),
                    row("finger 01", Bodies.finger(ID, "Finger-01", Bodies.FINGER), INVALID_JSON),
                    row(
                            "a finger of another name",
                            Bodies.finger(ID, "Fingerprint-1", Bodies.FINGER),
                            INVALID_JSON),
                    row(
                            "a finger twice",
                            Bodies.person(
                                    ID,
                                    "\"Fingers\":[{\"Finger-1\":\"AAAA\"},{\"Finger-1\":\"AAAA\"}]"),
                            INVALID_JSON),
                    row(
                            "Fingerprints of another service",
                            Bodies.person(
                                    ID,
                                    "\"Fingerprints\":[{\"Position\":1,\"Image\":\"AAAA\"}],"
                                            + FACE),
                            INVALID_JSON),
                    row(
                            "Fingerprint of another service",
                            Bodies.person(
                                    ID, "\"Fingerprint\":[{\"Fingerprint-1\":\"AAAA\"}]," + FACE),
                            INVALID_JSON),
                    row("broken base64", Bodies.face(ID, "%%%%"), INVALID_BASE64),
                    row(
                            "broken base64 of some length",
                            Bodies.face(ID, "A".repeat(9000) + "%"),
                            INVALID_BASE64),
                    row("base64 of one character", Bodies.face(ID, "A"), INVALID_BASE64),
                    row("padding in the middle", Bodies.face(ID, "QQ==QQ=="), INVALID_BASE64),
                    row(
                            "a prefix alone",
                            Bodies.face(ID, "data:image/jpeg;base64,"),
                            INVALID_BASE64),
                    row(
                            "a prefix of another coding",
                            Bodies.face(ID, "data:image/svg+xml,%3Csvg/%3E"),
                            INVALID_BASE64),
                    row("base64 of no picture", Bodies.face(ID, "AAAAAAAA"), INVALID_BASE64),
                    row("a picture that is cut off", Bodies.face(ID, CUT_PICTURE), INVALID_BASE64),
                    row(
                            "a finger that is no picture",
                            Bodies.finger(ID, "Finger-1", "AAAAAAAA"),
                            INVALID_BASE64),
                    row(
                            "no face",
                            Bodies.face(ID, Bodies.NOBODY),
                            "Failed to extract face template"),
                    row(
                            "several faces",
                            Bodies.face(ID, Bodies.GROUP),
                            "Failed to extract face template"),
                    row(
                            "no finger",
                            Bodies.finger(ID, "Finger-1", Bodies.NOBODY),
                            "Failed to extract template"));

    private static Arguments row(String name, String body, String error) {
        return Arguments.argumentSet(name, body, error);
    }

    @ParameterizedTest
    @FieldSource("ENROLMENTS")
    void enrollRefuses(String body, String error, RunningServer server) {
        assertRefused(server.postJson(ENROLL, body), error);
    }

    @Test
    void refusesANameThatIsTaken(RunningServer server) {
        String id = Bodies.freshId();
        assertThat(server.postJson(ENROLL, Bodies.face(id, Bodies.ANNA)).statusCode())
                .isEqualTo(200);

        assertRefused(
                server.postJson(ENROLL, Bodies.face(id, Bodies.BERTA)), "CustomID already exists");
    }

    @ParameterizedTest
    @CsvSource({"POST,verify", "PUT,update", "DELETE,delete"})
    void knowsNobodyOfThatName(String method, String operation, RunningServer server) {
        HttpResponse<String> answer =
                server.sendJson(
                        method, "/multibiometrics/" + operation, Bodies.face(ID, Bodies.ANNA));

        assertRefused(answer, "Person not found");
    }

    @ParameterizedTest
    @CsvSource({"POST,verify", "PUT,update", "DELETE,delete", "POST,delete"})
    void everyOperationWantsAName(String method, String operation, RunningServer server) {
        String path = "/multibiometrics/" + operation;

        assertRefused(server.sendJson(method, path, "{\"Person\":{}}"), MANDATORY);
        assertRefused(server.sendJson(method, path, "{"), INVALID_JSON);
        assertRefused(server.sendJson(method, path, ""), INVALID_JSON);
    }

    @ParameterizedTest
    @CsvSource({"POST,verify", "PUT,update"})
    void comparesAndReplacesNothingWithoutAPicture(
            String method, String operation, RunningServer server) {
        String id = Bodies.freshId();
        server.postJson(ENROLL, Bodies.face(id, Bodies.ANNA));

        for (String body : List.of(Bodies.nameOnly(id), Bodies.person(id, "\"Face\":[]"))) {
            assertRefused(
                    server.sendJson(method, "/multibiometrics/" + operation, body), INVALID_JSON);
        }
    }

    @ParameterizedTest
    @CsvSource({"POST,verify", "PUT,update"})
    void saysWhyAPictureOfAKnownPersonIsOfNoUse(
            String method, String operation, RunningServer server) {
        String id = Bodies.freshId();
        String path = "/multibiometrics/" + operation;
        server.postJson(ENROLL, Bodies.face(id, Bodies.ANNA));

        assertRefused(
                server.sendJson(method, path, Bodies.face(id, Bodies.NOBODY)),
                "Failed to extract face template");
        assertRefused(
                server.sendJson(method, path, Bodies.finger(id, "Finger-1", Bodies.NOBODY)),
                "Failed to extract template");
        assertRefused(server.sendJson(method, path, Bodies.face(id, "AAAA")), INVALID_BASE64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Extract\":{\"Format\":\"BIOPASS\",\"Artifact\":\"AAAA\"}}",
                "{\"Extract\":{\"Type\":\"IRIS\",\"Format\":\"BIOPASS\",\"Artifact\":\"AAAA\"}}",
                "{\"Extract\":{\"Type\":\"FACE\",\"Format\":\"X\",\"Artifact\":\"AAAA\"}}",
                "{\"Extract\":{\"Type\":\"FACE\",\"Format\":\"BIOPASS\"}}",
                "{\"Extract\":{\"Type\":\"FACE\",\"Format\":\"ANSI_INCITS_378\",\"Artifact\":\"AAAA\"}}",
                "{\"Extract\":{\"Type\":\"FACE\",\"Format\":\"ISO_IEC_2005_19794_2\",\"Artifact\":\"AAAA\"}}",
                "{\"Match\":{\"Type\":\"FACE\",\"Format\":\"BIOPASS\",\"Artifact\":\"AAAA\"}}"
            })
    void extractWantsTypeFormatAndArtifact(String body, RunningServer server) {
        assertRefused(server.postJson("/multibiometrics/extract", body), INVALID_JSON);
    }

    @Test
    void extractSaysWhyThereIsNoTemplate(RunningServer server) {
        String path = "/multibiometrics/extract";

        assertRefused(
                server.postJson(path, Bodies.extract("FACE", "BIOPASS", Bodies.NOBODY)),
                "Failed to extract face template");
        assertRefused(
                server.postJson(path, Bodies.extract("FINGER", "BIOPASS", Bodies.NOBODY)),
                "Failed to extract template");
        assertRefused(
                server.postJson(path, Bodies.extract("FINGER", "BIOPASS", "AAAA")), INVALID_BASE64);
    }

    @Test
    void matchRefusesTemplatesThatCannotBeCompared(RunningServer server) {
        String face = template(server, "FACE", Bodies.ANNA);
        String finger = template(server, "FINGER", Bodies.FINGER);
        byte[] altered = Base64.getDecoder().decode(face);
        altered[40] ^= 1;

        assertRefused(match(server, "FACE", face, finger), "Failed to extract face template");
        assertRefused(match(server, "FINGER", face, finger), "Failed to extract template");
        assertRefused(
                match(server, "FACE", face, Bodies.base64(altered)),
                "Failed to extract face template");
        assertRefused(
                match(
                        server,
                        "FINGER",
                        finger,
                        Bodies.base64("FMR\0 20\0".getBytes(StandardCharsets.US_ASCII))),
                "Failed to extract template");
        assertRefused(match(server, "FACE", face, "AAAA"), INVALID_BASE64);
        assertRefused(match(server, "FACE", face, ""), INVALID_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Encode\":{}}",
                "{\"Encode\":{\"Image\":\"\"}}",
                "{\"Encode\":{\"Image\":\"AAAA\",\"Compression\":\"much\"}}",
                "{\"Encode\":{\"Image\":\"AAAA\",\"Compression\":-1}}",
                "{\"Encode\":{\"Image\":\"AAAA\",\"Compression\":0}}",
                "{\"Encode\":{\"Image\":\"AAAA\",\"Compression\":1e999}}",
                "{\"Encode\":{\"Image\":\"AAAA\",\"Compression\":true}}",
                "{\"Encode\":{\"Image\":\"AAAA\",\"PPI\":5}}",
                "{\"Encode\":{\"Image\":\"AAAA\",\"PPI\":1e99}}"
            })
    void encodeWantsAPictureAndSensibleNumbers(String body, RunningServer server) {
        assertRefused(server.postJson("/multibiometrics/wsq_encode", body), INVALID_JSON);
    }

    @Test
    void encodeRefusesWhatTheFormatCannotHold(RunningServer server) {
        String tiny = Bodies.base64(Faces.annaTiny());

        assertRefused(
                server.postJson(
                        "/multibiometrics/wsq_encode", "{\"Encode\":{\"Image\":\"" + tiny + "\"}}"),
                INVALID_BASE64);
    }

    @Test
    void decodeWantsWsq(RunningServer server) {
        for (String picture : List.of(Bodies.FINGER, "AAAA")) {
            assertRefused(
                    server.postJson(
                            "/multibiometrics/decode",
                            "{\"Decode\":{\"Wsq\":\"" + picture + "\"}}"),
                    INVALID_BASE64);
        }
        assertRefused(server.postJson("/multibiometrics/decode", "{\"Decode\":{}}"), INVALID_JSON);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none",
                "'*/*'",
                "text/plain",
                "'application/json, text/plain, */*'",
                "'text/*, application/json'",
                "application/xml"
            })
    void errorsAreTextForEveryoneWhoCanReadText(String accept, RunningServer server) {
        assertRefused(refused(server, accept), INVALID_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=utf-8",
                "application/json, text/html"
            })
    void errorsAreJsonForThoseWhoAskForNothingElse(String accept, RunningServer server) {
        HttpResponse<String> answer = refused(server, accept);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"Success\":false,\"Message\":\"Invalid JSON format\"}");
    }

    private static HttpResponse<String> refused(RunningServer server, @Nullable String accept) {
        var request =
                server.to(ENROLL)
                        .header("Ocp-Apim-Subscription-Key", server.apiKey())
                        .POST(BodyPublishers.ofString("{"));
        return server.send(accept == null ? request : request.header("Accept", accept));
    }

    private static HttpResponse<String> match(
            RunningServer server, String type, String first, String second) {
        return server.postJson(
                "/multibiometrics/match", Bodies.match(type, "BIOPASS", first, second));
    }

    private static String template(RunningServer server, String type, String picture) {
        String body =
                server.postJson(
                                "/multibiometrics/extract",
                                Bodies.extract(type, "BIOPASS", picture))
                        .body();
        return body.replaceAll(".*\"Template\":\"([^\"]+)\".*", "$1");
    }

    private static void assertRefused(HttpResponse<String> answer, String error) {
        assertThat(answer.body()).isEqualTo(error);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("text/plain;charset=UTF-8");
    }
}
