package dev.selfsame.server.json;

import java.util.Objects;

/** The value of one body. Holds a share of the upload budget until it is closed. */
public final class JsonBody implements AutoCloseable {

    private final JsonValue value;
    private final Runnable release;

    JsonBody(JsonValue value, Runnable release) {
        this.value = Objects.requireNonNull(value, "value");
        this.release = Objects.requireNonNull(release, "release");
    }

    public JsonValue value() {
        return value;
    }

    @Override
    public void close() {
        release.run();
    }
}
