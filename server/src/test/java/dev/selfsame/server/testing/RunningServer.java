package dev.selfsame.server.testing;

import dev.selfsame.server.SelfsameServer;
import dev.selfsame.server.ServerParts;
import dev.selfsame.server.StartOptions;
import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.tenant.Scopes;
import dev.selfsame.server.tenant.Tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The real application on a free port, and a client with its key. */
public final class RunningServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SelfsameServer server;
    private final DataDirectory data;
    private final String apiKey;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningServer(SelfsameServer server, DataDirectory data, String apiKey) {
        this.server = server;
        this.data = data;
        this.apiKey = apiKey;
    }

    /** Starts a server on an empty or used data directory. */
    public static RunningServer start(Path folder, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("selfsame.port", "0");
        // why: an RSA key takes longer to make than all the rest of a start
        if (all.keySet().stream().noneMatch(it -> it.startsWith("selfsame.signing."))) {
            all.put("selfsame.signing.algorithm", "ES256");
        }
        DataDirectory data = new DataDirectory(folder);
        SelfsameServer server = SelfsameServer.start(new StartOptions(data, null, all));
        try {
            return new RunningServer(server, data, server.initialKey().stillValid().orElseThrow());
        } catch (IOException e) {
            server.close();
            throw new UncheckedIOException(e);
        }
    }

    public String apiKey() {
        return apiKey;
    }

    public DataDirectory data() {
        return data;
    }

    public URI address() {
        return server.address();
    }

    /** One of the parts that the server is made of. */
    public <T> T part(Class<T> type) {
        return ServerParts.of(server, type);
    }

    /** A further key of the default tenant. */
    public String newKey(String scopes) {
        return server.apiKeys().issue(Tenant.DEFAULT_ID, "test", Scopes.parse(scopes)).text();
    }

    /** A key of another tenant that may do everything. */
    public String newTenantKey(String tenantId) {
        return server.apiKeys().issue(tenantId, "test", Scopes.ALL).text();
    }

    /** Ends a key that {@link #newKey} made. */
    public boolean revoke(String key) {
        return server.apiKeys().revoke(Tenant.DEFAULT_ID, key.split("_", -1)[1]);
    }

    /** A request to a path, without any header yet. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).timeout(PATIENCE);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A GET with these headers, name and value in turn. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = to(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A POST of a body of parts with the server's own key. */
    public HttpResponse<String> post(String path, MultipartBody body) {
        return send(
                to(path).header("apikey", apiKey)
                        .header("Content-Type", body.contentType())
                        .POST(BodyPublishers.ofByteArray(body.bytes())));
    }

    /** A POST of JSON as clients of the Multibiometrics API send it. */
    public HttpResponse<String> postJson(String path, String json) {
        return sendJson("POST", path, json);
    }

    /** JSON by any method. */
    public HttpResponse<String> sendJson(String method, String path, String json) {
        return send(
                to(path).header("Ocp-Apim-Subscription-Key", apiKey)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json)));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
