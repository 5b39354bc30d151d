package dev.selfsame.server.store.jdbc;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

/** The steps from an empty database to the present schema; the same on both. */
final class Migrations {

    private Migrations() {}

    static Flyway all(DataSource source) {
        return configuration(source).load();
    }

    /** All up to one of them. */
    static Flyway upTo(DataSource source, String version) {
        return configuration(source).target(version).load();
    }

    /** The numbers of all steps, in their order. */
    static List<String> versions(DataSource source) {
        return Arrays.stream(all(source).info().all())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .map(MigrationVersion::getVersion)
                .toList();
    }

    private static FluentConfiguration configuration(DataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .javaMigrations(new AuditChainMigration());
    }
}
