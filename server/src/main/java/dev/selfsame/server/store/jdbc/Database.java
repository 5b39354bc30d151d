package dev.selfsame.server.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import dev.selfsame.server.person.AttemptStore;
import dev.selfsame.server.person.PersonStore;
import dev.selfsame.server.tenant.ApiKeyStore;
import dev.selfsame.server.tenant.TenantStore;
import dev.selfsame.server.vault.TenantKeyStore;

import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;

import javax.sql.DataSource;

/**
 * The embedded database, opened and brought to the current schema. Several processes of one machine
 * can have it open: the first serves the others on the loopback interface.
 */
public final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final HikariDataSource source;

    private Database(HikariDataSource source) {
        this.source = source;
    }

    /**
     * Opens the database whose files begin with this path, and makes it if it is not there.
     *
     * @throws UnusableDatabaseException if it cannot be opened
     */
    public static Database open(Path file) {
        if (file.toString().contains(";")) {
            // why: H2 takes what follows for options, some of which run code
            throw new UnusableDatabaseException(file, "its path contains a semicolon");
        }
        // why a system property: H2 knows no other way to keep its automatic server off the network
        System.setProperty("h2.bindAddress", "127.0.0.1");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:" + file.toAbsolutePath() + ";AUTO_SERVER=TRUE");
        config.setUsername("selfsame");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName("embedded");
        try {
            HikariDataSource source = new HikariDataSource(config);
            Database database = new Database(source);
            database.migrate();
            return database;
        } catch (RuntimeException e) {
            throw new UnusableDatabaseException(file, e);
        }
    }

    public ApiKeyStore apiKeys() {
        return new JdbcApiKeys(JdbcClient.create(source));
    }

    public TenantStore tenants() {
        return new JdbcTenants(JdbcClient.create(source));
    }

    public TenantKeyStore tenantKeys() {
        return new JdbcTenantKeys(JdbcClient.create(source));
    }

    public PersonStore people() {
        return new JdbcPeople(JdbcClient.create(source), transactions());
    }

    public AttemptStore attempts() {
        return new JdbcAttempts(JdbcClient.create(source), transactions());
    }

    private TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
    }

    private void migrate() {
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    }
}
