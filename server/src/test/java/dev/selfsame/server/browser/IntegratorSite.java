package dev.selfsame.server.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.selfsame.server.testing.RunningServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Another site than the server's: a page written against the contract of the browser scripts, and
 * its own back end, which alone has the key. Isolated from other origins as public pages of this
 * kind are.
 */
final class IntegratorSite implements AutoCloseable {

    private static final String SESSIONS = "/bioserver-app/v2/bio-sessions/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningServer bioserver;
    private final HttpServer site;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<JsonNode> results = new CopyOnWriteArrayList<>();

    private IntegratorSite(RunningServer bioserver, HttpServer site) {
        this.bioserver = bioserver;
        this.site = site;
    }

    static IntegratorSite start(RunningServer bioserver) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer http = HttpServer.create(anyPort, 0);
        IntegratorSite site = new IntegratorSite(bioserver, http);
        http.createContext("/page.html", exchange -> site.page(exchange));
        http.createContext("/page.js", exchange -> site.script(exchange, "page.js"));
        http.createContext("/environment.js", exchange -> site.script(exchange, "environment.js"));
        http.createContext("/liveness-challenge-result/", exchange -> site.result(exchange));
        http.createContext("/face-image/", exchange -> site.image(exchange));
        http.start();
        return site;
    }

    /** The address of the page for a session and its mode. */
    String page(String session, String mode) {
        // why this name: the server is called by its number, so that origins differ in the host too
        return "http://localhost:%d/page.html?session=%s&mode=%s"
                .formatted(site.getAddress().getPort(), session, mode);
    }

    /** Opens a session as the back end of a page does, and returns its id. */
    String openSession(Map<String, Object> wishes) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                call(
                        bioserver
                                .to("/video-server/init-liveness-session")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(JSON.writeValueAsString(wishes))));
        if (answer.statusCode() != 201) {
            throw new AssertionError(new String(answer.body(), StandardCharsets.UTF_8));
        }
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.split("/bio-sessions/", -1)[1];
    }

    /** The result of a session. */
    JsonNode result(String session) throws IOException, InterruptedException {
        return JSON.readTree(get(SESSIONS + session + "/liveness-challenge-result").body());
    }

    /** The best image of a session. */
    byte[] image(String session, String face) throws IOException, InterruptedException {
        return get(SESSIONS + session + "/faces/" + face + "/image").body();
    }

    /** Results as this back end was told them. */
    List<JsonNode> results() {
        return List.copyOf(results);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return call(bioserver.to(path));
    }

    private HttpResponse<byte[]> call(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpRequest keyed = request.header("apikey", bioserver.apiKey()).build();
        return client.send(keyed, BodyHandlers.ofByteArray());
    }

    private void page(HttpExchange exchange) throws IOException {
        String page = resource("page.html");
        String address = bioserver.address().toString();
        byte[] body =
                page.replace("{BIOSERVER_VIDEO_URL}", address).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Cross-Origin-Embedder-Policy", "require-corp");
        exchange.getResponseHeaders().set("Cross-Origin-Opener-Policy", "same-origin");
        answer(exchange, "text/html; charset=utf-8", body);
    }

    private void script(HttpExchange exchange, String name) throws IOException {
        answer(exchange, "text/javascript", resource(name).getBytes(StandardCharsets.UTF_8));
    }

    private void result(HttpExchange exchange) throws IOException {
        try {
            JsonNode result = result(last(exchange));
            results.add(result);
            Map<String, Object> told =
                    Map.of(
                            "isLivenessSucceeded",
                            result.path("livenessStatus").asString().equals("SUCCESS"),
                            "bestImageId",
                            result.path("bestImageId").asString(""));
            answer(exchange, "application/json", JSON.writeValueAsBytes(told));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void image(HttpExchange exchange) throws IOException {
        String[] names = exchange.getRequestURI().getPath().split("/", -1);
        try {
            answer(exchange, "image/jpeg", image(names[2], names[3]));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String last(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = IntegratorSite.class.getResourceAsStream("/browser/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        site.stop(0);
        client.close();
    }
}
