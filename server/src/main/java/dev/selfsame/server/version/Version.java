package dev.selfsame.server.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * A version as the build stated it.
 *
 * @param text such as {@code 0.1.0}
 */
public record Version(String text) {

    private static final String RESOURCE = "/selfsame-version.properties";

    public Version {
        Objects.requireNonNull(text, "text");
    }

    /** The version of this program. */
    public static Version current() {
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in, RESOURCE));
            return new Version(properties.getProperty("version", "unknown"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
