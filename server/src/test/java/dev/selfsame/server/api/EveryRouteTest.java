package dev.selfsame.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.Route;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What holds for every route that the server has, whoever adds the next one. */
@ExtendWith(ServerExtension.class)
final class EveryRouteTest {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final String SESSIONS = "/bioserver-app/v2/bio-sessions";

    /** Whose answers pages of other origins may read, as their contracts want it. */
    private static final List<String> FOR_OTHER_ORIGINS =
            List.of("/multibiometrics/", "/quality/", "/video-server/");

    /** Files for browsers, which are kept until they change. */
    private static final List<String> PAGES =
            List.of(
                    "/portal/{path}",
                    "/docs/{path}",
                    "/capture/{path}",
                    "/video-server/{name}",
                    "/status/{name}");

    /** The same for everybody, for a while. */
    private static final List<String> SHARED = List.of("/status", "/status.json");

    private static final List<String> WAYS_OUT =
            List.of(
                    "..%2f..%2f..%2fetc%2fpasswd",
                    "%2e%2e%2f%2e%2e%2fapplication.yaml",
                    "..;%2f..;%2fapplication.yaml",
                    "..%5c..%5capplication.yaml",
                    "%252e%252e%252fapplication.yaml",
                    "%c0%ae%c0%ae%2fapplication.yaml",
                    "%00",
                    "file:%2f%2f%2fetc%2fpasswd",
                    "x%0d%0aSet-Cookie:%20a=b",
                    "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                    "x".repeat(4000));

    @Test
    void browsersAreToldToRunFrameGuessAndKeepNothing(RunningServer server) {
        List<Route> routes = Route.of(server);
        assertThat(routes).hasSizeGreaterThan(60);
        for (Route route : routes) {
            for (String key : List.of("none", server.apiKey())) {
                HttpResponse<String> answer =
                        send(server, route, route.filled(UUID.randomUUID().toString()), key);

                assertThat(answer.statusCode()).as(route.toString()).isNotEqualTo(500);
                assertIsHarmless(route, answer);
            }
        }
    }

    @Test
    void noPathLeadsOutOfItsPlace(RunningServer server) {
        List<Route> routes =
                Route.of(server).stream().filter(it -> !it.variables().isEmpty()).toList();
        assertThat(routes).hasSizeGreaterThan(20);
        for (Route route : routes) {
            for (String way : WAYS_OUT) {
                HttpResponse<String> answer =
                        send(server, route, route.filled(way), server.apiKey());

                assertThat(answer.statusCode()).as(route + " " + way).isBetween(400, 499);
                assertThat(answer.body()).doesNotContain("root:", "selfsame:", "<script");
                assertIsHarmless(route, answer);
            }
        }
    }

    @Test
    void aQueryThatIsNoneIsItsSendersFault(RunningServer server) {
        String many = "&a=1".repeat(1500);
        for (Route route : Route.of(server)) {
            String path = route.filled(UUID.randomUUID().toString());
            for (String query : List.of("bytes=%ff", "compression=%c3%28", "=%fe", many)) {
                HttpResponse<String> answer =
                        send(server, route, path + "?" + query, server.apiKey());

                // why not 500: a stranger's nonsense must not look like a fault of the server
                assertThat(answer.statusCode()).as(route + query).isLessThan(500);
                assertIsHarmless(route, answer);
            }
        }
        HttpResponse<String> measured = server.get("/video-server/network-speed?bytes=%ff");
        assertThat(measured.statusCode()).isEqualTo(400);
    }

    @Test
    void headersThatAreNoneAreTheirSendersFault(RunningServer server) {
        List<List<String>> headers =
                List.of(
                        List.of("Accept", "a"),
                        List.of("Accept", "image/x"),
                        List.of("Accept", "text/html;q=x"),
                        List.of("Content-Type", "*"),
                        List.of("Content-Type", "*/*"),
                        List.of("Content-Type", "a;charset=nope"),
                        List.of("Accept-Language", "?"),
                        List.of("Range", "bytes=-1"));
        List<String> paths =
                Stream.concat(
                                Route.of(server).stream()
                                        .filter(it -> it.method().equals("GET"))
                                        .map(it -> it.filled("x")),
                                Stream.of("/nothing", "/error", "/portal/api/nothing"))
                        .toList();
        for (String path : paths) {
            for (List<String> header : headers) {
                for (String method : List.of("GET", "DELETE")) {
                    HttpResponse<String> answer =
                            server.send(
                                    server.to(path)
                                            .header("apikey", server.apiKey())
                                            .header(header.getFirst(), header.getLast())
                                            .method(method, BodyPublishers.noBody()));

                    assertThat(answer.statusCode())
                            .as(method + " " + path + " " + header)
                            .isLessThan(500);
                }
            }
        }
    }

    @Test
    void idsOfAnotherTenantAreAsUnknownAsIdsOfNobody(RunningServer server) {
        String victim = server.newTenantKey("every-route-victim");
        String thief = server.newTenantKey("every-route-thief");
        String session = made(server, victim, SESSIONS, "{\"imageStorageEnabled\":true}");
        String face = addFace(server, victim, session);
        assertThat(askForARecording(server, victim, session).statusCode()).isEqualTo(200);
        String nobody = UUID.randomUUID().toString();
        List<Route> routes =
                Route.of(server).stream()
                        .filter(it -> it.handler().hasMethodAnnotation(NeedsScope.class))
                        .filter(it -> !it.variables().isEmpty())
                        .toList();
        assertThat(routes).hasSizeGreaterThan(14);

        int readByItsOwner = 0;
        for (Route route : routes) {
            Route of = route.with("faceId", face).with("sessionId", session);
            Route none = route.with("faceId", face).with("sessionId", nobody);
            // why: what can be asked for in other words is the same for all
            HttpResponse<String> theirs = send(server, of, of.filled("LIVENESS_PASSIVE"), thief);
            HttpResponse<String> nobodys =
                    send(server, none, none.filled("LIVENESS_PASSIVE"), thief);

            assertThat(theirs.statusCode()).as(route.toString()).isIn(400, 404);
            assertThat(withoutId(theirs)).as(route.toString()).isEqualTo(withoutId(nobodys));
            // why not the result: it is waited for
            if (route.method().equals("GET") && !route.path().contains("-result")) {
                int status = send(server, of, of.filled("LIVENESS_PASSIVE"), victim).statusCode();
                readByItsOwner += status == 200 ? 1 : 0;
            }
        }
        // why: what nobody can read would prove nothing
        assertThat(readByItsOwner).isGreaterThan(5);
    }

    @Test
    void aBodyThatIsAnnouncedTooLargeIsRefusedBeforeItIsSent(RunningServer server)
            throws IOException {
        for (Route route : Route.of(server)) {
            if (List.of("GET", "HEAD", "OPTIONS").contains(route.method())) {
                continue;
            }
            for (String key : List.of("none", server.apiKey())) {
                int status = announced(server, route, key);

                assertThat(status).as(route.toString()).isBetween(400, 499);
            }
        }
    }

    private static void assertIsHarmless(Route route, HttpResponse<String> answer) {
        String who = route + " " + answer.headers().map();
        if (answer.statusCode() == 400 && answer.body().contains("not well-formed HTTP")) {
            // why: Tomcat itself refused it
            assertThat(answer.headers().firstValue("Set-Cookie")).as(who).isEmpty();
            return;
        }
        assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                .as(who)
                .hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).as(who).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("X-Request-Id")).as(who).isPresent();
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .as(who)
                .contains("frame-ancestors 'none'", "default-src '")
                .doesNotContain("unsafe", "*", "http:");
        assertThat(answer.headers().map().keySet())
                .as(who)
                .doesNotContain("server", "x-powered-by", "set-cookie");
        boolean isFile = answer.statusCode() == 200 && PAGES.contains(route.path());
        boolean isShared = answer.statusCode() == 200 && SHARED.contains(route.path());
        assertThat(answer.headers().firstValue("Cache-Control"))
                .as(who)
                .hasValue(isShared ? "public, max-age=15" : isFile ? "no-cache" : "no-store");
        if (!isFile && !isShared) {
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(who)
                    .doesNotContain("html", "javascript", "xml");
        }
        if (FOR_OTHER_ORIGINS.stream().noneMatch(route.path()::startsWith)) {
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .as(who)
                    .isEmpty();
            assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .as(who)
                    .hasValue("same-origin");
        }
    }

    /** The status of the answer to a request of nine gigabytes that never come. */
    private static int announced(RunningServer server, Route route, String key) throws IOException {
        try (Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
            // why: a server that waits for the body would not answer in this time
            socket.setSoTimeout(PATIENCE_MILLIS);
            String head =
                    "%s %s HTTP/1.1\r\nHost: x\r\napikey: %s\r\nContent-Length: 9000000000\r\n\r\n"
                            .formatted(
                                    route.method(),
                                    route.filled(UUID.randomUUID().toString()),
                                    key);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 400".length());
            return Integer.parseInt(new String(line, StandardCharsets.US_ASCII).substring(9));
        }
    }

    private static HttpResponse<String> send(
            RunningServer server, Route route, String path, String key) {
        HttpRequest.Builder request =
                server.to(path)
                        .header("apikey", key)
                        .header("Origin", "https://shop.example")
                        .method(route.method(), BodyPublishers.noBody());
        return server.send(request);
    }

    private static String made(RunningServer server, String key, String path, String json) {
        return idIn(
                server.send(
                        server.to(path).header("apikey", key).POST(BodyPublishers.ofString(json))));
    }

    private static String addFace(RunningServer server, String key, String session) {
        MultipartBody body =
                MultipartBody.formData()
                        .text("face", "{\"imageType\":\"SELFIE\"}")
                        .file("image", Faces.anna());
        return idIn(
                server.send(
                        server.to(SESSIONS + "/" + session + "/faces")
                                .header("apikey", key)
                                .header("Content-Type", body.contentType())
                                .POST(BodyPublishers.ofByteArray(body.bytes()))));
    }

    private static HttpResponse<String> askForARecording(
            RunningServer server, String key, String session) {
        return server.send(
                server.to(SESSIONS + "/" + session + "/init-liveness-parameters")
                        .header("apikey", key)
                        .POST(BodyPublishers.ofString("{\"type\":\"LIVENESS_PASSIVE\"}")));
    }

    private static String idIn(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String withoutId(HttpResponse<String> answer) {
        return answer.statusCode() + answer.body().replaceFirst("\"id\":\"[0-9a-f-]{36}\"", "");
    }
}
