package dev.selfsame.server.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import dev.selfsame.server.vault.ServerKeyStore;
import dev.selfsame.server.vault.TenantKeyStore;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks at a database as it is: makes none, and does not bring it to another schema. */
public final class DatabaseProbe implements AutoCloseable {

    private static final String FILE_ENDING = ".mv.db";
    private static final int CONNECTIONS = 2;

    private final HikariDataSource source;
    private final JdbcClient jdbc;

    private DatabaseProbe(HikariDataSource source) {
        this.source = source;
        jdbc = JdbcClient.create(source);
    }

    /** False for an embedded database before the first start. */
    public static boolean isThere(DatabaseOptions options, Path embeddedFile) {
        return !options.embedded()
                || Files.exists(
                        embeddedFile.resolveSibling(embeddedFile.getFileName() + FILE_ENDING));
    }

    /**
     * Connects.
     *
     * @throws UnusableDatabaseException if that fails
     */
    public static DatabaseProbe open(DatabaseOptions options, Path embeddedFile) {
        HikariConfig config = config(options, embeddedFile);
        try {
            return new DatabaseProbe(new HikariDataSource(config));
        } catch (RuntimeException e) {
            throw new UnusableDatabaseException(options.place(), e);
        }
    }

    private static HikariConfig config(DatabaseOptions options, Path embeddedFile) {
        HikariConfig config = Pool.of(options, embeddedFile);
        config.setMaximumPoolSize(CONNECTIONS);
        if (options.embedded()) {
            config.setJdbcUrl(config.getJdbcUrl() + ";IFEXISTS=TRUE");
        }
        return config;
    }

    /**
     * Looks.
     *
     * @throws UnusableDatabaseException if it cannot be read
     */
    public DatabaseState look() {
        try {
            String product;
            int major;
            try (Connection connection = source.getConnection()) {
                DatabaseMetaData about = connection.getMetaData();
                product = about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
                major = about.getDatabaseMajorVersion();
            }
            MigrationInfoService migrations = Migrations.all(source).info();
            MigrationInfo current = migrations.current();
            return new DatabaseState(
                    product,
                    major,
                    current == null ? null : current.getVersion().toString(),
                    versions(migrations.pending(), _ -> true),
                    versions(migrations.all(), DatabaseProbe::isFuture),
                    versions(migrations.all(), MigrationState::isFailed),
                    now());
        } catch (SQLException | RuntimeException e) {
            throw new UnusableDatabaseException("that is configured", e);
        }
    }

    private static boolean isFuture(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }

    private static List<String> versions(MigrationInfo[] all, Predicate<MigrationState> wanted) {
        return Stream.of(all)
                .filter(it -> wanted.test(it.getState()))
                .map(it -> String.valueOf(it.getVersion()))
                .toList();
    }

    private Instant now() {
        return Objects.requireNonNull(
                        jdbc.sql("select current_timestamp")
                                .query((row, _) -> row.getObject(1, OffsetDateTime.class))
                                .single())
                .toInstant();
    }

    public TenantKeyStore tenantKeys() {
        return Outage.guard(TenantKeyStore.class, new JdbcTenantKeys(jdbc));
    }

    public ServerKeyStore serverKeys() {
        return Outage.guard(ServerKeyStore.class, new JdbcServerKeys(jdbc));
    }

    @Override
    public void close() {
        source.close();
    }
}
