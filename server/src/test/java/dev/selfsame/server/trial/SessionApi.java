package dev.selfsame.server.trial;

import dev.selfsame.server.testing.MultipartBody;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Calls of the Biometric Services API. Safe for many threads. */
final class SessionApi implements AutoCloseable {

    private static final String BASE = "/bioserver-app/v2";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI address;
    private final String apiKey;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SessionApi(URI address, String apiKey) {
        this.address = address;
        this.apiKey = apiKey;
    }

    /** Opens a session. */
    Reply open(Duration life) throws IOException, InterruptedException {
        return json("open", BASE + "/bio-sessions", "{\"ttlSeconds\":" + life.toSeconds() + "}");
    }

    /** Puts a face into a session that was answered before. */
    Reply addFace(String session, String face) throws IOException, InterruptedException {
        return json("add", session + "/faces", face);
    }

    /** Reads something by its path. */
    Reply get(String path) throws IOException, InterruptedException {
        return send("get", to(path).GET());
    }

    /** Deletes something by its path. */
    Reply delete(String path) throws IOException, InterruptedException {
        return send("delete", to(path).DELETE());
    }

    /** The face of a picture. */
    Reply face(byte[] picture) throws IOException, InterruptedException {
        byte[] face = "{\"imageType\":\"SELFIE\"}".getBytes(StandardCharsets.UTF_8);
        return parts(
                "face",
                BASE + "/faces",
                MultipartBody.formData().file("face", face).file("image", picture));
    }

    /** Compares two pictures. */
    Reply match(byte[] first, byte[] second) throws IOException, InterruptedException {
        return parts("match", BASE + "/match/images", MultipartBody.match(first, second));
    }

    private Reply json(String call, String path, String json)
            throws IOException, InterruptedException {
        return send(
                call,
                to(path).header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    private Reply parts(String call, String path, MultipartBody body)
            throws IOException, InterruptedException {
        return send(
                call,
                to(path).header("Content-Type", body.contentType())
                        .POST(BodyPublishers.ofByteArray(body.bytes())));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("apikey", apiKey);
    }

    private Reply send(String call, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        Map<String, String> headers = new HashMap<>();
        for (String name : new String[] {"location", "retry-after", "x-request-id"}) {
            answer.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
        }
        return new Reply(call, answer.statusCode(), headers, answer.body(), began);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
