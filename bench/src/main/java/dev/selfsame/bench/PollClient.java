package dev.selfsame.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks for one path again and again. Safe for many threads. */
final class PollClient {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    PollClient(ServerProcess server, String path) {
        request =
                HttpRequest.newBuilder(server.address().resolve(path))
                        .header("apikey", server.apiKey())
                        .build();
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
