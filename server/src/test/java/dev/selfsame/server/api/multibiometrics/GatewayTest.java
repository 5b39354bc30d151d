package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RawHttp;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

/** What stands before the operations: keys, scopes, paths, methods, sizes. */
@ExtendWith(ServerExtension.class)
final class GatewayTest {

    static final List<String> OPERATIONS =
            List.of(
                    "POST /multibiometrics/enroll",
                    "POST /multibiometrics/verify",
                    "PUT /multibiometrics/update",
                    "DELETE /multibiometrics/delete",
                    "POST /multibiometrics/delete",
                    "POST /multibiometrics/match",
                    "POST /multibiometrics/extract",
                    "POST /multibiometrics/wsq_encode",
                    "POST /multibiometrics/decode",
                    "POST /multibiometrics/face_detect",
                    "POST /multibiometrics/liveness",
                    "POST /multibiometrics/anonymizer",
                    "POST /quality/check_icao",
                    "POST /quality/icao_crop",
                    "POST /quality/check_nfiq");

    private static final String MISSING =
            "{\"statusCode\":401,\"message\":\"Access denied due to missing subscription key. Make"
                    + " sure to include subscription key when making requests to an API.\"}";
    private static final String INVALID =
            "{\"statusCode\":401,\"message\":\"Access denied due to invalid subscription key. Make"
                    + " sure to provide a valid key for an active subscription.\"}";

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    void wantsAKeyBeforeItReadsTheBody(String operation, RunningServer server) throws IOException {
        String head = operation + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        // why no body: an answer that comes although none was sent did not wait for it
        String unsent = "Content-Length: 1000000\r\nExpect: 100-continue\r\n";

        RawHttp.Answer missing = RawHttp.exchange(server.address(), head + unsent + "\r\n");
        RawHttp.Answer invalid =
                RawHttp.exchange(
                        server.address(),
                        head + unsent + "Ocp-Apim-Subscription-Key: 0123456789abcdef\r\n\r\n");

        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.headers())
                .contains("\r\nContent-Type: application/json\r\n")
                .contains("\r\nWWW-Authenticate: AzureApiManagementKey realm=");
        assertThat(missing.body()).isEqualTo(MISSING);
        assertThat(invalid.body()).isEqualTo(INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?subscription-key=x", "?subscription-key=%zz", "?subscription-key="})
    void aWrongKeyInTheQueryIsNoKey(String query, RunningServer server) throws IOException {
        RawHttp.Answer answer =
                RawHttp.exchange(
                        server.address(),
                        "POST /multibiometrics/enroll"
                                + query
                                + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n"
                                + "Connection: close\r\n\r\n");

        assertThat(answer.status()).isIn(400, 401);
        assertThat(answer.body()).startsWith("{\"statusCode\":");
    }

    @ParameterizedTest
    @CsvSource({
        "match,POST,enroll",
        "multibiometrics-read,POST,enroll",
        "multibiometrics-read,PUT,update",
        "multibiometrics-read,DELETE,delete",
        "multibiometrics-write,POST,verify",
        "multibiometrics-write,POST,match",
        "multibiometrics-write,POST,face_detect"
    })
    void refusesAKeyWithoutTheScope(
            String scope, String method, String operation, RunningServer server) {
        HttpResponse<String> answer =
                withKey(server, server.newKey(scope), method, operation, "{}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .matches("\\{\"statusCode\":403,\"message\":\"the API key does not have [^\"]+\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "multibiometrics-write,POST,enroll",
        "multibiometrics-write,PATCH,update",
        "multibiometrics-read,POST,verify",
        "multibiometrics-read,POST,extract"
    })
    void letsInAKeyWithTheScope(
            String scope, String method, String operation, RunningServer server) {
        HttpResponse<String> answer =
                withKey(server, server.newKey(scope), method, operation, "{}");

        assertThat(answer.body()).isEqualTo("Invalid JSON format");
    }

    @Test
    void tenantsDoNotSeeEachOther(RunningServer server) {
        String id = Bodies.freshId();
        String stranger = server.newTenantKey("stranger");
        assertThat(server.postJson("/multibiometrics/enroll", Bodies.face(id, Bodies.ANNA)).body())
                .startsWith("{\"Person\"");

        assertThat(withKey(server, stranger, "POST", "verify", Bodies.face(id, Bodies.ANNA)).body())
                .isEqualTo("Person not found");
        assertThat(withKey(server, stranger, "DELETE", "delete", Bodies.nameOnly(id)).body())
                .isEqualTo("Person not found");
        assertThat(
                        withKey(server, stranger, "POST", "enroll", Bodies.face(id, Bodies.BERTA))
                                .body())
                .startsWith("{\"Person\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/multibiometrics/nothing",
                "/multibiometrics",
                "/multibiometrics/",
                "/quality/nothing",
                "/any/prefix/multibiometrics/nothing"
            })
    void unknownOperationsAreSaidAsTheGatewayDoes(String path, RunningServer server) {
        HttpResponse<String> answer = server.postJson(path, "{}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo("{\"statusCode\":404,\"message\":\"there is nothing at this path\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,enroll,'POST'",
        "PUT,enroll,'POST'",
        "DELETE,verify,'POST,PUT,PATCH'",
        "GET,delete,'POST,DELETE'",
        "GET,update,'PUT,POST,PATCH'",
        "DELETE,extract,'POST'"
    })
    void otherMethodsAreSaidAsTheGatewayDoes(
            String method, String operation, String allow, RunningServer server) {
        HttpResponse<String> answer = withKey(server, server.apiKey(), method, operation, "{}");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).startsWith("{\"statusCode\":405,\"message\":\"the method");
        assertThat(answer.headers().firstValue("Allow").orElseThrow().split(",\\s*"))
                .containsExactlyInAnyOrder(allow.split(","));
    }

    @Test
    void bodiesThatAreTooLargeAreRefusedByTheirHead(RunningServer server) throws IOException {
        RawHttp.Answer answer =
                RawHttp.exchange(
                        server.address(),
                        "POST /multibiometrics/enroll HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                + "Ocp-Apim-Subscription-Key: "
                                + server.apiKey()
                                + "\r\nContent-Length: 60000001\r\nExpect: 100-continue\r\n\r\n");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"statusCode\":413,\"message\":\"the request is larger than 60000000"
                                + " bytes\"}");
    }

    @Test
    void picturesThatAreTooLargeAreSaidToBe(RunningServer server) {
        String picture = "A".repeat(33_400_000);

        for (String body : List.of(Bodies.face("x", picture))) {
            HttpResponse<String> answer = server.postJson("/multibiometrics/enroll", body);

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body())
                    .isEqualTo(
                            "{\"statusCode\":413,\"message\":\"a picture is larger than 25000000"
                                    + " bytes\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "post", "X"})
    void noMethodIsAFault(String method, RunningServer server) throws IOException {
        for (String path : List.of("/multibiometrics/enroll", "/a/b/quality/check_nfiq")) {
            RawHttp.Answer answer =
                    RawHttp.exchange(
                            server.address(),
                            method
                                    + " "
                                    + path
                                    + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.headers()).contains("\r\nContent-Type: application/json\r\n");
        }
    }

    private static HttpResponse<String> withKey(
            RunningServer server, String key, String method, String operation, String body) {
        return server.send(
                server.to("/multibiometrics/" + operation)
                        .header("Ocp-Apim-Subscription-Key", key)
                        .method(method, BodyPublishers.ofString(body)));
    }
}
