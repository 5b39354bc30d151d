package dev.selfsame.server.multipart;

import java.util.Map;
import java.util.Optional;

/** The parts of one body. Holds a share of the upload budget until it is closed. */
public final class Parts implements AutoCloseable {

    private final Map<String, byte[]> files;
    private final Map<String, String> texts;
    private final Runnable release;

    Parts(Map<String, byte[]> files, Map<String, String> texts, Runnable release) {
        this.files = Map.copyOf(files);
        this.texts = Map.copyOf(texts);
        this.release = release;
    }

    /** The bytes of a part; shared, not copied. */
    public Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The value of a part without surrounding white space and quotes. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    @Override
    public void close() {
        release.run();
    }
}
