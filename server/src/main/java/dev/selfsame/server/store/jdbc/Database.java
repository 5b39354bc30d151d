package dev.selfsame.server.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import dev.selfsame.server.audit.AuditStore;
import dev.selfsame.server.backup.TableSource;
import dev.selfsame.server.callback.CallbackStore;
import dev.selfsame.server.person.AttemptStore;
import dev.selfsame.server.person.PeopleCensus;
import dev.selfsame.server.person.PersonStore;
import dev.selfsame.server.portal.PortalUserStore;
import dev.selfsame.server.receipt.ReceiptStore;
import dev.selfsame.server.retention.RetentionLease;
import dev.selfsame.server.signing.SigningKeyStore;
import dev.selfsame.server.status.StatusStore;
import dev.selfsame.server.tenant.ApiKeyStore;
import dev.selfsame.server.tenant.TenantStore;
import dev.selfsame.server.usage.UsageStore;
import dev.selfsame.server.vault.ServerKeyStore;
import dev.selfsame.server.vault.TenantKeyStore;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;

import javax.sql.DataSource;

/**
 * The database, opened and brought to the current schema: H2 in the data directory, or PostgreSQL.
 * Both run the same SQL and the same migrations. Several processes of one machine can have the
 * embedded one open: the first serves the others on the loopback interface.
 */
public final class Database implements AutoCloseable {

    private final HikariDataSource source;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final AuditStore audit;

    private Database(HikariDataSource source) {
        this.source = source;
        jdbc = JdbcClient.create(source);
        transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        // why one for all: those who add to the trail wait for each other in it
        audit = Outage.guard(AuditStore.class, new JdbcAudit(jdbc, transactions));
    }

    /**
     * Opens the embedded database whose files begin with this path, and makes it if it is not
     * there.
     *
     * @throws UnusableDatabaseException if it cannot be opened
     */
    public static Database open(Path file) {
        return open(DatabaseOptions.EMBEDDED, file);
    }

    /**
     * Opens the database that the options name.
     *
     * @param embeddedFile what the files of the embedded one begin with
     * @throws UnusableDatabaseException if it cannot be opened
     */
    public static Database open(DatabaseOptions options, Path embeddedFile) {
        return open(options.place(embeddedFile), Pool.of(options, embeddedFile));
    }

    private static Database open(String name, HikariConfig config) {
        HikariDataSource source = null;
        boolean opened = false;
        try {
            source = new HikariDataSource(config);
            Migrations.all(source).migrate();
            opened = true;
            return new Database(source);
        } catch (RuntimeException e) {
            throw new UnusableDatabaseException(name, e);
        } finally {
            if (source != null && !opened) {
                source.close();
            }
        }
    }

    public ApiKeyStore apiKeys() {
        return Outage.guard(ApiKeyStore.class, new JdbcApiKeys(jdbc, transactions));
    }

    public TenantStore tenants() {
        return Outage.guard(TenantStore.class, new JdbcTenants(jdbc, transactions));
    }

    public AuditStore audit() {
        return audit;
    }

    public UsageStore usage() {
        return Outage.guard(UsageStore.class, new JdbcUsage(jdbc, transactions));
    }

    public TenantKeyStore tenantKeys() {
        return Outage.guard(TenantKeyStore.class, new JdbcTenantKeys(jdbc));
    }

    public SigningKeyStore signingKeys() {
        return Outage.guard(SigningKeyStore.class, new JdbcSigningKeys(jdbc, transactions));
    }

    public PortalUserStore portalUsers() {
        return Outage.guard(PortalUserStore.class, new JdbcPortalUsers(jdbc, transactions));
    }

    /** Signing keys and secrets of one-time codes, as the rotation of the master key sees them. */
    public ServerKeyStore serverKeys() {
        return Outage.guard(ServerKeyStore.class, new JdbcServerKeys(jdbc));
    }

    public PersonStore people() {
        return Outage.guard(PersonStore.class, new JdbcPeople(jdbc, transactions));
    }

    public PeopleCensus census() {
        return Outage.guard(PeopleCensus.class, new JdbcPeopleCensus(jdbc));
    }

    public AttemptStore attempts() {
        return Outage.guard(AttemptStore.class, new JdbcAttempts(jdbc, transactions));
    }

    public ReceiptStore receipts() {
        return Outage.guard(ReceiptStore.class, new JdbcReceipts(jdbc));
    }

    public RetentionLease retentionLease() {
        return Outage.guard(RetentionLease.class, new JdbcRetentionLease(jdbc));
    }

    public CallbackStore callbacks() {
        return Outage.guard(CallbackStore.class, new JdbcCallbacks(jdbc));
    }

    public StatusStore status() {
        return Outage.guard(StatusStore.class, new JdbcStatus(jdbc, transactions));
    }

    /** Everything in it, for backups. */
    public TableSource tables() {
        return new JdbcTables(source);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
    }
}
