package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.server.json.JsonBody;
import dev.selfsame.server.json.JsonReader;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;

/** The way of a request: its body is read, opened, worked on, answered and let go. */
final class Exchange {

    private final JsonReader reader;
    private final Answers answers;

    Exchange(JsonReader reader, Answers answers) {
        this.reader = Objects.requireNonNull(reader, "reader");
        this.answers = Objects.requireNonNull(answers, "answers");
    }

    /**
     * Answers with what the work makes of the request's object.
     *
     * @param key name of the member that holds the object
     */
    ResponseEntity<byte[]> answer(
            HttpServletRequest request, String key, Function<Envelope, Object> work)
            throws IOException {
        try (JsonBody body =
                reader.read(request.getContentLengthLong(), request.getInputStream())) {
            return answers.ok(work.apply(Envelope.open(body.value(), key)));
        }
    }
}
