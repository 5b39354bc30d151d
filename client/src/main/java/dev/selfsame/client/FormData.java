package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A body of parts (RFC 7578). Files are read while they are sent. Names of parts are constants of
 * the callers, so they need no escaping; values cannot end a part, as the boundary is random.
 */
final class FormData {

    private static final String LINE = "\r\n";

    private final String boundary = "selfsame-" + UUID.randomUUID();
    private final List<BodyPublisher> pieces = new ArrayList<>();

    /** Adds a text, or nothing where there is none. */
    void text(String name, @Nullable String value) {
        if (value != null) {
            head(name, "", "text/plain; charset=UTF-8");
            piece(quoted(value) + LINE);
        }
    }

    /** Adds JSON. */
    void json(String name, byte[] json) {
        head(name, "", "application/json");
        pieces.add(BodyPublishers.ofByteArray(json));
        piece(LINE);
    }

    /**
     * Adds a file.
     *
     * @throws UncheckedIOException if there is no such file
     */
    void picture(String name, Picture picture) {
        head(name, "; filename=\"" + name + "\"", "application/octet-stream");
        pieces.add(
                switch (picture) {
                    case Picture.InMemory(byte[] bytes) -> BodyPublishers.ofByteArray(bytes);
                    case Picture.OnDisk(Path file) -> onDisk(file);
                });
        piece(LINE);
    }

    /** The whole, to be sent as often as needed. */
    Body body() {
        List<BodyPublisher> all = new ArrayList<>(pieces);
        all.add(BodyPublishers.ofString("--" + boundary + "--" + LINE));
        return new Body(
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.concat(all.toArray(BodyPublisher[]::new)));
    }

    private void head(String name, String more, String contentType) {
        piece(
                "--"
                        + boundary
                        + LINE
                        + "Content-Disposition: form-data; name=\""
                        + name
                        + "\""
                        + more
                        + LINE
                        + "Content-Type: "
                        + contentType
                        + LINE
                        + LINE);
    }

    // why: the server takes one pair of quotes away, as values come quoted from some clients
    private static String quoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? "\"" + value + "\""
                : value;
    }

    private void piece(String text) {
        pieces.add(BodyPublishers.ofString(text, StandardCharsets.UTF_8));
    }

    private static BodyPublisher onDisk(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }
}
