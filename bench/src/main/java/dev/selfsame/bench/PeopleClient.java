package dev.selfsame.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Enrols ever new people with the same pictures, and verifies one of them. Safe for threads. */
final class PeopleClient {

    private static final String THE_ONE = "the-one";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong names = new AtomicLong();
    private final ServerProcess server;
    private final String samples;

    PeopleClient(ServerProcess server, byte[] face, List<byte[]> fingers) {
        this.server = server;
        StringBuilder text = new StringBuilder("\"Face\":[{\"Face-1\":\"" + base64(face) + "\"}]");
        for (int i = 0; i < fingers.size(); i++) {
            text.append(i == 0 ? ",\"Fingers\":[{" : ",")
                    .append("\"Finger-%d\":\"%s\"".formatted(i + 1, base64(fingers.get(i))));
        }
        samples = text.append(fingers.isEmpty() ? "" : "}]").toString();
    }

    /** Enrols the person that {@link #verify} verifies. */
    void enrolTheOne() throws IOException, InterruptedException {
        if (!post("enroll", THE_ONE, "BioPassID")) {
            throw new IOException("an idle server is busy");
        }
    }

    /** Enrols somebody new; false if the server was busy. */
    boolean enrol() throws IOException, InterruptedException {
        return post("enroll", "person-" + names.incrementAndGet(), "BioPassID");
    }

    /** Verifies the one; false if the server was busy. */
    boolean verify() throws IOException, InterruptedException {
        return post("verify", THE_ONE, "\"Match\":true");
    }

    private boolean post(String operation, String customId, String expected)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.address().resolve("/multibiometrics/" + operation))
                        .header("apikey", server.apiKey())
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"Person\":{\"CustomID\":\"%s\",%s}}"
                                                .formatted(customId, samples)))
                        .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() == 429) {
            return false;
        }
        if (answer.statusCode() != 200 || !answer.body().contains(expected)) {
            throw new IOException(answer.statusCode() + ": " + answer.body());
        }
        return true;
    }

    private static String base64(byte[] file) {
        return Base64.getEncoder().encodeToString(file);
    }
}
