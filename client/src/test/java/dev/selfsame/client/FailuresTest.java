package dev.selfsame.client;

import static dev.selfsame.client.ScriptedServer.KEY;
import static dev.selfsame.client.ScriptedServer.breakOff;
import static dev.selfsame.client.ScriptedServer.endless;
import static dev.selfsame.client.ScriptedServer.hangUp;
import static dev.selfsame.client.ScriptedServer.json;
import static dev.selfsame.client.ScriptedServer.reply;
import static dev.selfsame.client.ScriptedServer.silence;
import static dev.selfsame.client.ScriptedServer.stall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.selfsame.client.ScriptedServer.Reply;
import dev.selfsame.client.SelfsameException.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

/** What callers are told when no answer comes that can be used. */
final class FailuresTest {

    private static final UUID ID = UUID.fromString("7b4e38f6-de53-4dd5-a8b8-985833f771d2");
    private static final Picture PICTURE = Picture.of(new byte[] {1, 2, 3});

    @TempDir private Path folder;

    @Test
    void errorsOfBiometricServicesHaveTheirIdAndMessage() throws IOException {
        SelfsameException failure =
                capabilities(json(404, "{\"id\":\"e-1\",\"message\":\"Session not found\"}"));

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.status()).isEqualTo(404);
        assertThat(failure.errorId()).isEqualTo("e-1");
        assertThat(failure.detail()).isEqualTo("Session not found");
        assertThat(failure).hasMessage("the server answered 404: Session not found (id e-1)");
    }

    @Test
    void textsOfMultibiometricsComeLetterByLetter() throws IOException {
        SelfsameException failure =
                enroll(
                        reply(
                                400,
                                "text/plain;charset=UTF-8",
                                "Failed to extract face template",
                                "X-Request-Id",
                                "r-7"));

        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.detail()).isEqualTo("Failed to extract face template");
        assertThat(failure.errorId()).isEqualTo("r-7");
    }

    @Test
    void errorsOfMultibiometricsAreReadFromJsonToo() throws IOException {
        assertThat(enroll(json(400, "{\"Success\":false,\"Message\":\"Person not found\"}")))
                .hasMessage("the server answered 400: Person not found");
        assertThat(enroll(json(200, "{\"Success\":false,\"Message\":\"Person not found\"}")))
                .hasMessage("the server answered 200: Person not found");
        assertThat(
                        enroll(
                                json(
                                        500,
                                        "{\"statusCode\":500,\"message\":\"Internal\","
                                                + "\"activityId\":\"a-1\"}")))
                .hasMessage("the server answered 500: Internal (id a-1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "null", "{\"id\":5,\"message\":{}}", "{\"id\":"})
    void errorsThatSayNothingHaveTheirStatus(String body) throws IOException {
        SelfsameException failure = capabilities(json(418, body));

        assertThat(failure.status()).isEqualTo(418);
        assertThat(failure.detail()).isNull();
        assertThat(failure.errorId()).isNull();
    }

    @Test
    void pagesOfProxiesAreNotRepeated() throws IOException {
        assertThat(capabilities(reply(502, "text/html", "<html>Bad gateway</html>")))
                .hasMessage("the server answered 502");
    }

    @Test
    void longAndUnprintableTextsAreCut() throws IOException {
        SelfsameException failure =
                enroll(reply(400, "text/plain", "a\r\n\u001b[31m" + "x".repeat(10_000)));

        assertThat(failure.detail()).startsWith("a   [31mxxx").hasSizeLessThan(600);
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        try (ScriptedServer server =
                        new ScriptedServer(
                                json(307, "", "Location", "/elsewhere"), json(200, "{}"));
                SelfsameClient client = server.once()) {
            SelfsameException failure =
                    catchThrowableOfType(
                            SelfsameException.class, client.biometricServices()::capabilities);

            assertThat(failure.status()).isEqualTo(307);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void silenceEnds() throws IOException {
        assertThat(soon(silence()).kind()).isEqualTo(Kind.NO_ANSWER);
        assertThat(soon(stall()).kind()).isEqualTo(Kind.NO_ANSWER);
        assertThat(capabilities(hangUp()).kind()).isEqualTo(Kind.NO_ANSWER);
    }

    @Test
    void answersThatBreakOffOrDoNotEndAreUnusable() throws IOException {
        assertThat(small(breakOff()).kind()).isEqualTo(Kind.UNUSABLE_ANSWER);
        assertThat(small(endless(200)).kind()).isEqualTo(Kind.UNUSABLE_ANSWER);
    }

    @Test
    void errorsThatDoNotEndHaveTheirStatus() throws IOException {
        assertThat(small(endless(500)).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "5",
                "{}",
                "{\"version\":\"1\",\"currentMode\":[\"M\"]",
                "{\"version\":\"1\",\"currentMode\":[\"M\"]} x",
                "{\"version\":\"1\",\"currentMode\":[\"M\"],\"version\":\"2\"}",
                "{\"version\":\"1\",\"currentMode\":\"M\"}",
                "{\"version\":\"1\",\"currentMode\":[null]}",
                "{\"version\":{},\"currentMode\":[\"M\"]}",
                "{\"version\":null,\"currentMode\":[\"M\"]}"
            })
    void hostileJsonIsUnusable(String body) throws IOException {
        assertThat(capabilities(json(200, body)).kind()).isEqualTo(Kind.UNUSABLE_ANSWER);
    }

    @Test
    void deepJsonAndOtherEncodingsAreUnusable() throws IOException {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        byte[] latin = "{\"version\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(capabilities(json(200, deep)).kind()).isEqualTo(Kind.UNUSABLE_ANSWER);
        assertThat(capabilities(reply(200, "application/json", latin)).kind())
                .isEqualTo(Kind.UNUSABLE_ANSWER);
    }

    private static Stream<String> wrongMatches() {
        String face = "{\"id\":\"" + ID + "\",\"mode\":\"M\",\"imageType\":\"SELFIE\"}";
        String good =
                "{\"reference\":%s,\"candidate\":%s,\"score\":4000,\"falseAcceptanceRate\":0.001,"
                                .formatted(face, face)
                        + "\"created\":\"2026-11-21T10:00:00.000Z\"}";
        return Stream.of(
                good.replace("4000", "\"4000\""),
                good.replace("4000", "\"\""),
                good.replace("4000", "null"),
                good.replace("4000", "true"),
                good.replace("\"score\":4000,", ""),
                good.replace("0.001", "-1"),
                good.replace("0.001", "101"),
                good.replace("4000", "1e999"),
                good.replace(ID.toString(), "../../x"),
                good.replace("SELFIE", "PORTRAIT"),
                good.replace("2026-11-21", "yesterday"));
    }

    @ParameterizedTest
    @MethodSource("wrongMatches")
    void matchesOfWrongTypesAreUnusable(String body) throws IOException {
        try (ScriptedServer server = new ScriptedServer(json(200, body));
                SelfsameClient client = server.once()) {
            FacePicture selfie = new FacePicture(PICTURE, ImageType.SELFIE);
            SelfsameException failure =
                    catchThrowableOfType(
                            SelfsameException.class,
                            () -> client.biometricServices().match(selfie, selfie));

            assertThat(failure.kind()).isEqualTo(Kind.UNUSABLE_ANSWER);
            assertThat(failure).hasMessageNotContaining("4000").hasNoCause();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/v2/bio-sessions/", "/v2/bio-sessions/1", "nowhere"})
    void placesThatNameNothingAreUnusable(String location) throws IOException {
        try (ScriptedServer server = new ScriptedServer(json(201, "", "Location", location));
                SelfsameClient client = server.once()) {
            SelfsameException failure =
                    catchThrowableOfType(
                            SelfsameException.class,
                            () -> client.biometricServices().openSession(SessionRequest.PLAIN));

            assertThat(failure.kind()).isEqualTo(Kind.UNUSABLE_ANSWER);
        }
    }

    @Test
    void filesThatAreNotThereAreNotSent() throws IOException {
        try (ScriptedServer server = new ScriptedServer(json(200, "{}"));
                SelfsameClient client = server.once()) {
            FacePicture none = FacePicture.selfie(folder.resolve("none.jpg"));

            assertThatThrownBy(() -> client.biometricServices().addFace(ID, none))
                    .isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> client.multibiometrics().anonymize(none.picture()))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void noFailureShowsTheKey() throws IOException {
        for (Reply reply :
                new Reply[] {
                    hangUp(),
                    silence(),
                    json(400, "{\"id\":\"" + KEY + "\",\"message\":\"apikey: " + KEY + "\"}"),
                    json(200, "{\"version\":\"" + KEY + "\"}"),
                    json(302, "", "Location", "/?key=" + KEY)
                }) {
            StringWriter all = new StringWriter();
            soon(reply).printStackTrace(new PrintWriter(all, true));

            assertThat(all.toString()).contains("SelfsameException").doesNotContain(KEY);
        }
    }

    @Test
    void optionsDoNotShowTheKey() {
        ClientOptions options = ClientOptions.of(URI.create("https://example.org/bio/"), KEY);

        assertThat(options.toString()).contains("example.org").doesNotContain(KEY);
        assertThat(options.at("/x")).isEqualTo(URI.create("https://example.org/bio/x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\r\nX: y", "schl\u00fcssel", "a\u0000"})
    void whatIsNoKeyIsRefusedWithoutBeingShown(String key) {
        URI server = URI.create("http://127.0.0.1");

        assertThatThrownBy(() -> ClientOptions.of(server, key))
                .hasMessage(
                        "apiKey: not a key (expected: visible ASCII characters without blanks)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org",
                "/path",
                "http:/path",
                "http://user:secret@example.org",
                "http://example.org?subscription-key=secret",
                "http://example.org#secret"
            })
    void whatIsNoAddressIsRefusedWithoutBeingShown(String address) {
        assertThatThrownBy(() -> ClientOptions.of(URI.create(address), KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("server: ")
                .hasMessageNotContaining("secret");
    }

    private static SelfsameException capabilities(Reply reply) throws IOException {
        return capabilities(reply, Duration.ofSeconds(60));
    }

    /** With an end that comes soon, for replies that do not come. */
    private static SelfsameException soon(Reply reply) throws IOException {
        return capabilities(reply, Duration.ofMillis(500));
    }

    private static SelfsameException capabilities(Reply reply, Duration time) throws IOException {
        try (ScriptedServer server = new ScriptedServer(reply);
                SelfsameClient client = server.once(time)) {
            return catchThrowableOfType(
                    SelfsameException.class, client.biometricServices()::capabilities);
        }
    }

    /** With a small limit for answers, and time to reach it. */
    private static SelfsameException small(Reply reply) throws IOException {
        try (ScriptedServer server = new ScriptedServer(reply);
                SelfsameClient client =
                        SelfsameClient.open(
                                server.options().withMaxAnswerBytes(100_000), new ManualTiming())) {
            return catchThrowableOfType(
                    SelfsameException.class, client.biometricServices()::capabilities);
        }
    }

    private static SelfsameException enroll(Reply reply) throws IOException {
        try (ScriptedServer server = new ScriptedServer(reply);
                SelfsameClient client = server.once()) {
            return catchThrowableOfType(
                    SelfsameException.class,
                    () -> client.multibiometrics().enroll("1", Biometrics.face(PICTURE)));
        }
    }
}
