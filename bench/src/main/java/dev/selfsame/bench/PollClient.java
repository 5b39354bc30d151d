package dev.selfsame.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks for one path again and again. Safe for many threads. */
final class PollClient {

    private static final String SESSIONS = "/bioserver-app/v2/bio-sessions";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    PollClient(ServerProcess server, String path) {
        request =
                HttpRequest.newBuilder(server.address().resolve(path))
                        .header("apikey", server.apiKey())
                        .build();
    }

    /** A poll of a session that it opens, for an hour. */
    static PollClient ofSession(ServerProcess server) throws IOException, InterruptedException {
        HttpRequest open =
                HttpRequest.newBuilder(server.address().resolve(SESSIONS))
                        .header("apikey", server.apiKey())
                        .POST(BodyPublishers.ofString("{\"ttlSeconds\":3600}"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String location =
                    client.send(open, BodyHandlers.discarding())
                            .headers()
                            .firstValue("Location")
                            .orElseThrow(() -> new IOException("no session was opened"));
            return new PollClient(server, "/bioserver-app" + location);
        }
    }

    /** True always: anything but 200 fails. */
    boolean once() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + ": " + answer.body());
        }
        return true;
    }
}
