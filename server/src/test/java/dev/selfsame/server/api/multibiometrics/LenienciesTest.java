package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.selfsame.server.testing.Fingers;
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

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What clients do that no sample shows, or that samples do against their own words. */
@ExtendWith(ServerExtension.class)
final class LenienciesTest {

    private static final String ENROLL = "/multibiometrics/enroll";
    private static final String A_FACE = "{\"Face-1\":\"" + Bodies.ANNA + "\"}";
    private static final String A_FINGER = "\"Finger-1\":\"" + Bodies.FINGER + "\"";
    private static final String WITH_LINES =
            Base64.getMimeEncoder()
                    .encodeToString(Base64.getDecoder().decode(Bodies.ANNA))
                    .replace("\r\n", "\\r\\n");

    static final List<Arguments> PERSONS =
            List.of(
                    shape("Face is an object", "\"Face\":" + A_FACE),
                    shape("Face is an array of strings", "\"Face\":[\"" + Bodies.ANNA + "\"]"),
                    shape(
                            "a face of another name",
                            "\"Face\":[{\"Face-2\":\"" + Bodies.ANNA + "\"}]"),
                    shape("several faces", "\"Face\":[" + A_FACE + ",{\"Face-2\":\"AAAA\"}]"),
                    shape("Fingers is an object", "\"Fingers\":{" + A_FINGER + "}"),
                    shape(
                            "one finger an element",
                            "\"Fingers\":[{%s},{\"Finger-2\":\"%s\"}]"
                                    .formatted(A_FINGER, Bodies.OTHER_FINGER)),
                    shape("Fingers holds nothing", "\"Fingers\":[{}],\"Face\":[" + A_FACE + "]"),
                    shape("Fingers is empty", "\"Fingers\":[],\"Face\":[" + A_FACE + "]"),
                    shape("Fingers is null", "\"Fingers\":null,\"Face\":[" + A_FACE + "]"),
                    shape("Fingers is text", "\"Fingers\":\"\",\"Face\":[" + A_FACE + "]"),
                    shape("an empty finger", "\"Fingers\":[{%s,\"Finger-2\":\"\"}]", A_FINGER),
                    shape(
                            "Face is empty",
                            "\"Face\":[{\"Face-1\":\"\"}],\"Fingers\":[{%s}]",
                            A_FINGER),
                    shape("Face is null", "\"Face\":null,\"Fingers\":[{%s}]", A_FINGER),
                    shape("members nobody knows", "\"Name\":\"x\",\"Face\":[" + A_FACE + "]"),
                    picture("a prefix", "data:image/jpeg;base64," + Bodies.ANNA),
                    picture("a prefix in capitals", "DATA:IMAGE/JPEG;BASE64," + Bodies.ANNA),
                    picture(
                            "a prefix of some length",
                            "data:image/png;name=a.png;base64," + Bodies.ANNA),
                    shape(
                            "a prefix of a finger",
                            "\"Fingers\":[{\"Finger-1\":\"data:image/png;base64,%s\"}]",
                            Bodies.FINGER),
                    picture("line breaks", WITH_LINES),
                    picture("blanks around", " " + Bodies.ANNA + "\\n"),
                    picture("escaped slashes", Bodies.ANNA.replace("/", "\\/")),
                    picture("the other alphabet", Bodies.ANNA.replace('+', '-').replace('/', '_')),
                    picture("no padding", Bodies.ANNA.replace("=", "")));

    private static Arguments shape(String name, String rest) {
        return Arguments.argumentSet(name, rest);
    }

    private static Arguments shape(String name, String rest, String picture) {
        return Arguments.argumentSet(name, rest.formatted(picture));
    }

    private static Arguments picture(String name, String base64) {
        return Arguments.argumentSet(name, "\"Face\":[{\"Face-1\":\"" + base64 + "\"}]");
    }

    @ParameterizedTest
    @FieldSource("PERSONS")
    void acceptsTheShape(String rest, RunningServer server) {
        assertEnrolled(server.postJson(ENROLL, Bodies.person(Bodies.freshId(), rest)));
    }

    @Test
    void acceptsAnArrayOfOneRequest(RunningServer server) {
        String body = "[" + Bodies.face(Bodies.freshId(), Bodies.ANNA) + "]";

        assertEnrolled(server.postJson(ENROLL, body));
    }

    @ParameterizedTest
    @CsvSource({"12345678901,12345678901", "0012,''", "1.50,1.50", "7e2,7e2"})
    void aNumberIsANameAsItIsSpelt(String number, String name, RunningServer server) {
        String body = "{\"Person\":{\"CustomID\":%s,\"Face\":[%s]}}".formatted(number, A_FACE);

        HttpResponse<String> answer = server.postJson(ENROLL, body);

        if (name.isEmpty()) {
            assertThat(answer.body()).isEqualTo("Invalid JSON format");
        } else {
            assertThat(answer.body()).contains("\"CustomID\":\"" + name + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json-patch+json",
                "application/x-www-form-urlencoded",
                "text/plain",
                "multipart/form-data; boundary=x",
                "none",
                "'nonsense'"
            })
    void theContentTypeIsALabel(@Nullable String type, RunningServer server) {
        for (String method : List.of("POST", "PUT", "PATCH")) {
            String id = Bodies.freshId();
            assertEnrolled(send(server, "POST", ENROLL, type, Bodies.face(id, Bodies.ANNA)));
            HttpResponse<String> verified =
                    send(
                            server,
                            method,
                            "/multibiometrics/verify",
                            type,
                            Bodies.face(id, Bodies.ANNA));
            assertThat(verified.body()).contains("\"Match\":true");
            HttpResponse<String> deleted =
                    send(server, "DELETE", "/multibiometrics/delete", type, Bodies.nameOnly(id));
            assertThat(deleted.body()).isEqualTo(Bodies.nameOnly(id));
        }
    }

    static final List<Arguments> ENCODINGS =
            List.of(
                    Arguments.argumentSet("UTF-8 with a mark", "\uFEFF", UTF_8),
                    Arguments.argumentSet(
                            "UTF-16 with a mark", "\uFEFF", StandardCharsets.UTF_16LE),
                    Arguments.argumentSet("UTF-16 without", "", StandardCharsets.UTF_16BE));

    @ParameterizedTest
    @FieldSource("ENCODINGS")
    void readsTheEncodingsOfJson(String mark, Charset charset, RunningServer server) {
        byte[] body =
                (mark + Bodies.face("ação-" + Bodies.freshId(), Bodies.ANNA)).getBytes(charset);

        HttpResponse<String> answer =
                server.send(
                        server.to(ENROLL)
                                .header("Ocp-Apim-Subscription-Key", server.apiKey())
                                .POST(BodyPublishers.ofByteArray(body)));

        assertThat(answer.body()).contains("\"CustomID\":\"ação-test-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bmp", "png", "jpg", "tiff"})
    void readsFingersOfManyFormats(String format, RunningServer server) {
        String picture = Bodies.base64(Fingers.turned(7, format));

        assertEnrolled(
                server.postJson(ENROLL, Bodies.finger(Bodies.freshId(), "Finger-1", picture)));
    }

    @Test
    void readsFingersInWsq(RunningServer server) {
        String wsq =
                server.postJson(
                                "/multibiometrics/wsq_encode",
                                "{\"Encode\":{\"Image\":\"" + Bodies.FINGER + "\"}}")
                        .body()
                        .replaceAll(".*\"Image\":\"([^\"]+)\".*", "$1");

        assertEnrolled(server.postJson(ENROLL, Bodies.finger(Bodies.freshId(), "Finger-1", wsq)));
    }

    @ParameterizedTest
    @CsvSource({
        "Ocp-Apim-Subscription-Key,''",
        "ocp-apim-subscription-key,''",
        "apikey,''",
        "Authorization,'Bearer '",
        "Authorization,''"
    })
    void acceptsTheKeyInEveryHeader(String header, String scheme, RunningServer server) {
        HttpResponse<String> answer =
                server.send(
                        server.to("/multibiometrics/face_detect")
                                .header(header, scheme + server.apiKey())
                                .POST(BodyPublishers.ofString(Bodies.check(Bodies.NOBODY))));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?subscription-key=%s",
                "?a=b&subscription-key=%s&c",
                "?Subscription-Key=%s"
            })
    void acceptsTheKeyInTheQueryWhateverTheBodyIsCalled(String query, RunningServer server) {
        HttpResponse<String> answer =
                server.send(
                        server.to("/multibiometrics/face_detect" + query.formatted(server.apiKey()))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(Bodies.check(Bodies.NOBODY))));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> send(
            RunningServer server, String method, String path, @Nullable String type, String body) {
        HttpRequest.Builder request =
                server.to(path)
                        .header("Ocp-Apim-Subscription-Key", server.apiKey())
                        .method(method, BodyPublishers.ofString(body));
        return server.send(type == null ? request : request.header("Content-Type", type));
    }

    private static void assertEnrolled(HttpResponse<String> answer) {
        assertThat(answer.body()).startsWith("{\"Person\":{\"ClientID\":\"");
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
