package dev.selfsame.server.store.jdbc;

import com.zaxxer.hikari.HikariConfig;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;

/** How each kind of database is reached: H2 in files of this machine, or PostgreSQL. */
final class Pool {

    /** How long a request waits for a connection before it is told that there is none. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration CHECK = Duration.ofSeconds(2);

    /** Longer than any statement takes; without it a machine that is cut off blocks for ever. */
    private static final String SILENCE_SECONDS = "60";

    private Pool() {}

    /**
     * Connections to the database that the options name.
     *
     * @param embeddedFile what the files of the embedded one begin with
     * @throws UnusableDatabaseException if that path cannot be used
     */
    static HikariConfig of(DatabaseOptions options, Path embeddedFile) {
        String url = options.url();
        if (url != null) {
            return postgresql(url, options.user(), options.password(), options.connections());
        }
        if (embeddedFile.toString().contains(";")) {
            // why: H2 takes what follows for options, some of which run code
            throw new UnusableDatabaseException(
                    embeddedFile.toString(), "its path contains a semicolon");
        }
        return embedded(embeddedFile, options.connections());
    }

    /** H2 with files that begin with this path; the path holds no semicolon. */
    private static HikariConfig embedded(Path file, int connections) {
        // why a system property: H2 knows no other way to keep its automatic server off the network
        System.setProperty("h2.bindAddress", "127.0.0.1");
        HikariConfig config = config("embedded", connections);
        // why no write delay: what was committed must outlive a process that is killed
        config.setJdbcUrl(
                "jdbc:h2:file:" + file.toAbsolutePath() + ";AUTO_SERVER=TRUE;WRITE_DELAY=0");
        config.setUsername("selfsame");
        return config;
    }

    private static HikariConfig postgresql(
            String url, @Nullable String user, @Nullable String password, int connections) {
        HikariConfig config = config("postgresql", connections);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.addDataSourceProperty("ApplicationName", "selfsame");
        config.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // why: the text of a failure would hold the values of the row that it is about
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return config;
    }

    private static HikariConfig config(String name, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(CHECK.toMillis());
        return config;
    }
}
