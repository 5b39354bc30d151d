package dev.selfsame.server.media;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Which names objects can have: parts of 1 to 200 of a-z, A-Z, 0-9 and {@code -}, joined by {@code
 * /}. Nothing in them means anything to a file system, a URL or a shell.
 */
public final class ObjectName {

    /** Longest name; that of S3 is 1024. */
    private static final int MAX_LENGTH = 500;

    // why so short: file systems take 255, and a file has a longer name while it is written
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9-]{1,200}");

    private ObjectName() {}

    /**
     * The name, if it is one.
     *
     * @throws IllegalArgumentException otherwise; does not repeat the name
     */
    public static String checked(String name) {
        Objects.requireNonNull(name, "name");
        if (name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "name: " + name.length() + " characters (expected: up to " + MAX_LENGTH + ")");
        }
        for (String part : name.split("/", -1)) {
            if (!PART.matcher(part).matches()) {
                throw new IllegalArgumentException("name: not of parts of a-z, A-Z, 0-9 and -");
            }
        }
        return name;
    }

    /**
     * The name before the last {@code /} of this prefix.
     *
     * @throws IllegalArgumentException if it is no name with a {@code /} behind it
     */
    public static String beforeSlash(String prefix) {
        if (!prefix.endsWith("/")) {
            throw new IllegalArgumentException("prefix: does not end with /");
        }
        return checked(prefix.substring(0, prefix.length() - 1));
    }
}
