package dev.selfsame.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Posts the same two pictures to {@code match/images} again and again. Safe for many threads. */
final class MatchClient {

    private static final String BOUNDARY = "selfsame-bench-boundary";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpRequest request;

    MatchClient(ServerProcess server, byte[] first, byte[] second) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        picture(body, "reference", first);
        picture(body, "candidate", second);
        text(body, "--" + BOUNDARY + "--\r\n");
        request =
                HttpRequest.newBuilder(server.address().resolve("/bioserver-app/v2/match/images"))
                        .header("apikey", server.apiKey())
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build();
    }

    /** One comparison; fails unless it is answered with a score. */
    void match() throws IOException, InterruptedException {
        int retryAfterSeconds = tryMatch();
        if (retryAfterSeconds > 0) {
            throw new IOException("the server is busy for " + retryAfterSeconds + " s");
        }
    }

    /**
     * One comparison, or seconds to wait before another try where the server is busy; 0 where it
     * was answered with a score. Fails with any other answer.
     */
    int tryMatch() throws IOException, InterruptedException {
        HttpResponse<String> response = send();
        if (response.statusCode() == 429) {
            return Integer.parseInt(response.headers().firstValue("Retry-After").orElseThrow());
        }
        if (response.statusCode() != 200 || !response.body().contains("\"score\"")) {
            throw new IOException(response.statusCode() + ": " + response.body());
        }
        return 0;
    }

    /** One request, and its answer whatever it is. */
    HttpResponse<String> send() throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static void picture(ByteArrayOutputStream body, String side, byte[] file) {
        part(body, side + "ImageType", "SELFIE".getBytes(StandardCharsets.US_ASCII), "");
        part(body, side + "Image", file, "; filename=\"" + side + ".jpg\"");
    }

    private static void part(
            ByteArrayOutputStream body, String name, byte[] value, String attributes) {
        text(
                body,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                        .formatted(BOUNDARY, name, attributes));
        body.writeBytes(value);
        text(body, "\r\n");
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
