package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.setting.Setting;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * Where tenants, keys and counts are kept.
 *
 * @param url null for the database in the data directory, else {@code jdbc:postgresql:...} without
 *     a password
 * @param user null where the URL needs none
 * @param password null where the user has none
 * @param connections open at once at most, 2..1000
 */
public record DatabaseOptions(
        @Setting(
                        meaning =
                                "PostgreSQL to keep everything in; without it the embedded database"
                                        + " in the data directory",
                        range = "`jdbc:postgresql:...`, without user and password",
                        type = "URL")
                @Nullable String url,
        @Setting(meaning = "user of PostgreSQL; needs `url`", type = "name") @Nullable String user,
        @Setting(
                        meaning =
                                "that user's password, better as `SELFSAME_DATABASE_PASSWORD`;"
                                        + " never printed or logged")
                @Nullable String password,
        @Setting(
                        meaning = "connections open at once at most, for either database",
                        range = "2..1000",
                        unit = "connections")
                int connections) {

    /** The database in the data directory. */
    public static final DatabaseOptions EMBEDDED = new DatabaseOptions(null, null, null, 8);

    private static final String PREFIX = "jdbc:postgresql:";
    private static final Pattern SECRET =
            Pattern.compile("(?i)[?&](ssl)?password=|//[^/?]*@|[?&]user=");
    private static final int MAX_LENGTH = 2000;

    public DatabaseOptions {
        if (connections < 2 || connections > 1000) {
            throw new IllegalArgumentException(
                    "selfsame.database.connections: " + connections + " (expected: 2..1000)");
        }
        if (url == null && (user != null || password != null)) {
            throw new IllegalArgumentException(
                    "selfsame.database.url: missing, although there is a user or password"
                            + " (expected: "
                            + PREFIX
                            + "//HOST:PORT/NAME)");
        }
        if (url != null) {
            checkUrl(url);
        }
    }

    // why the URL is never repeated: it may hold a password, which is what is wrong with it
    private static void checkUrl(String url) {
        if (!url.startsWith(PREFIX)
                || url.length() > MAX_LENGTH
                || url.chars().anyMatch(it -> it <= ' ' || it == 0x7F)) {
            throw new IllegalArgumentException(
                    "selfsame.database.url: not a URL of PostgreSQL (expected: "
                            + PREFIX
                            + "//HOST:PORT/NAME)");
        }
        if (SECRET.matcher(url).find()) {
            throw new IllegalArgumentException(
                    "selfsame.database.url: holds a user or a password (expected: those in"
                            + " selfsame.database.user and selfsame.database.password)");
        }
    }

    /** True for the one in the data directory. */
    public boolean embedded() {
        return url == null;
    }

    /** The URL without its parameters, or what stands for the embedded database. */
    String place() {
        return url == null ? "embedded" : url.replaceFirst("\\?.*", "");
    }

    /** Leaves the password out, so that no log can show it. */
    @Override
    public String toString() {
        return "DatabaseOptions[" + place() + ", connections=" + connections + "]";
    }
}
