package dev.selfsame.server.testing;

import dev.selfsame.server.store.jdbc.DatabaseOptions;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Fresh databases for tests; the PostgreSQL of this test process is started when first needed. */
public final class Databases implements AutoCloseable {

    public static final String USER = "selfsame";
    public static final String PASSWORD = "hush-" + USER + "-hush";

    private static final Pattern NAME = Pattern.compile("/(test_\\d+)$");

    private @Nullable EmbeddedPostgres postgres;
    private int made;

    /** Options of a database with nothing in it; for H2 its files go where the test says. */
    public synchronized DatabaseOptions fresh(DatabaseKind kind) {
        return switch (kind) {
            case H2 -> DatabaseOptions.EMBEDDED;
            case POSTGRESQL -> {
                String name = "test_" + made++;
                run("create database " + name + " owner " + USER);
                int port = postgres().getPort();
                yield new DatabaseOptions(
                        "jdbc:postgresql://127.0.0.1:" + port + "/" + name, USER, PASSWORD, 8);
            }
        };
    }

    /** The same options as a server's settings. */
    public static Map<String, String> settings(DatabaseOptions options) {
        Map<String, String> settings = new HashMap<>();
        String url = options.url();
        if (url != null) {
            settings.put("selfsame.database.url", url);
            settings.put("selfsame.database.user", USER);
            settings.put("selfsame.database.password", PASSWORD);
        }
        return settings;
    }

    /** The same options as environment variables of a server's process. */
    public static Map<String, String> variables(DatabaseOptions options) {
        return StandaloneServer.variables(settings(options));
    }

    /** Ends all connections to a database of PostgreSQL and lets in no more. */
    public synchronized void cutOff(DatabaseOptions options) {
        run("alter database " + name(options) + " with allow_connections false");
        run(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                        + name(options)
                        + "'");
    }

    /** Undoes {@link #cutOff}. */
    public synchronized void letIn(DatabaseOptions options) {
        run("alter database " + name(options) + " with allow_connections true");
    }

    /**
     * Every row of every table as text, bytes in hexadecimal.
     *
     * @param embeddedFile what the files of an embedded database begin with
     */
    public String dump(DatabaseOptions options, Path embeddedFile) {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = connection(options, embeddedFile)) {
            for (String table : tables(connection)) {
                dump.append(table).append('\n');
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            Object value = rows.getObject(i);
                            dump.append(
                                            value instanceof byte[] bytes
                                                    ? HexFormat.of().formatHex(bytes)
                                                    : String.valueOf(value))
                                    .append('\t');
                        }
                        dump.append('\n');
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return dump.toString();
    }

    /** Rows of a table. */
    public long rows(DatabaseOptions options, Path embeddedFile, String table) {
        try (Connection connection = connection(options, embeddedFile);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Changes a database behind the back of the server that runs on it.
     *
     * @param embeddedFile what the files of an embedded database begin with
     */
    public static void alter(DatabaseOptions options, Path embeddedFile, String sql) {
        try (Connection connection = connection(options, embeddedFile);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet names =
                        statement.executeQuery(
                                "select table_name from information_schema.tables"
                                        + " where lower(table_schema) = 'public'")) {
            while (names.next()) {
                String name = names.getString(1);
                if (!name.startsWith("flyway")) {
                    tables.add(name.toLowerCase(Locale.ROOT));
                }
            }
        }
        return tables;
    }

    private static Connection connection(DatabaseOptions options, Path embeddedFile)
            throws SQLException {
        String url = options.url();
        return url == null
                ? DriverManager.getConnection(
                        "jdbc:h2:file:" + embeddedFile.toAbsolutePath() + ";AUTO_SERVER=TRUE",
                        "selfsame",
                        "")
                : DriverManager.getConnection(url, USER, PASSWORD);
    }

    @Override
    public synchronized void close() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    private static String name(DatabaseOptions options) {
        return NAME.matcher(Objects.requireNonNull(options.url()))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private void run(String sql) {
        try (Connection connection = postgres().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private EmbeddedPostgres postgres() {
        if (postgres == null) {
            try {
                postgres = start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            run("create role " + USER + " login password '" + PASSWORD + "'");
        }
        return postgres;
    }

    private static EmbeddedPostgres start() throws IOException {
        // why: it trusts everybody otherwise, and a wrong password would go unnoticed
        Path access = Files.createTempFile("selfsame-test", ".conf");
        Files.writeString(
                access,
                """
                host all postgres 127.0.0.1/32 trust
                host all all 127.0.0.1/32 scram-sha-256
                """);
        return EmbeddedPostgres.builder().setServerConfig("hba_file", access.toString()).start();
    }
}
