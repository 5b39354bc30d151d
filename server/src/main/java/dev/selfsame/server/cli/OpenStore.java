package dev.selfsame.server.cli;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.audit.AuditOutcome;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.backup.BackupWriter;
import dev.selfsame.server.person.PeopleTransfer;
import dev.selfsame.server.person.PersonErasure;
import dev.selfsame.server.person.PersonSecrets;
import dev.selfsame.server.person.PersonStore;
import dev.selfsame.server.person.Resealing;
import dev.selfsame.server.person.TenantErasure;
import dev.selfsame.server.portal.Passwords;
import dev.selfsame.server.portal.PortalUsers;
import dev.selfsame.server.receipt.ReceiptStore;
import dev.selfsame.server.receipt.Receipts;
import dev.selfsame.server.retention.Retention;
import dev.selfsame.server.retention.RetentionOptions;
import dev.selfsame.server.signing.KeyFile;
import dev.selfsame.server.signing.ResponseSigner;
import dev.selfsame.server.signing.SignatureCheck;
import dev.selfsame.server.signing.SigningKeyRotation;
import dev.selfsame.server.signing.SigningKeyStore;
import dev.selfsame.server.signing.SigningKeys;
import dev.selfsame.server.signing.SigningOptions;
import dev.selfsame.server.signing.StoredSigningKey;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.usage.UsageStore;
import dev.selfsame.server.vault.MasterKeyRotation;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.ServerKeyStore;
import dev.selfsame.server.vault.TenantKeyStore;
import dev.selfsame.server.vault.Vault;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/** What the commands work on that need a server's data. */
final class OpenStore {

    private final Database database;
    private final Supplier<MasterKeySource> masters;
    private final Clock clock;

    /**
     * Opens.
     *
     * @param masters asked only by what needs the master key, as not every command may have it
     */
    OpenStore(Database database, Supplier<MasterKeySource> masters, Clock clock) {
        this.database = Objects.requireNonNull(database, "database");
        this.masters = Objects.requireNonNull(masters, "masters");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    ApiKeys keys() {
        return new ApiKeys(database.apiKeys(), database.tenants(), clock, Duration.ZERO);
    }

    Tenants tenants() {
        return new Tenants(database.tenants(), clock);
    }

    PortalUsers users() {
        return new PortalUsers(database.portalUsers(), new Passwords(), clock);
    }

    UsageStore usage() {
        return database.usage();
    }

    AuditTrail audit() {
        return new AuditTrail(database.audit(), clock);
    }

    PersonStore people() {
        return database.people();
    }

    TenantKeyStore tenantKeys() {
        return database.tenantKeys();
    }

    ServerKeyStore serverKeys() {
        return database.serverKeys();
    }

    SigningKeyStore signingKeys() {
        return database.signingKeys();
    }

    SigningKeyRotation signingRotation() {
        return new SigningKeyRotation(signingKeys(), vault(masters.get()), clock);
    }

    /** With all signing keys that are not retired; needs no master key. */
    SignatureCheck signatureCheck() {
        return SignatureCheck.of(KeyFile.stored(signingKeys().list()));
    }

    ReceiptStore receipts() {
        return database.receipts();
    }

    /** Who is deleted when a rule or a command says so; needs the master key, as it signs. */
    PersonErasure erasure(SigningOptions signing) {
        return new PersonErasure(people(), newReceipts(signing), audit());
    }

    TenantErasure tenantErasure(SigningOptions signing) {
        return new TenantErasure(tenants(), database.census(), newReceipts(signing));
    }

    Retention retention(SigningOptions signing, RetentionOptions options) {
        return new Retention(
                database.tenants(),
                database.census(),
                erasure(signing),
                usage(),
                receipts(),
                database.retentionLease(),
                audit(),
                clock,
                options.receiptDays());
    }

    /** Finds a person's receipts and entries in the audit trail. */
    PersonSecrets personSecrets() {
        return new PersonSecrets(vault(masters.get()));
    }

    private Receipts newReceipts(SigningOptions signing) {
        Vault vault = vault(masters.get());
        if (StoredSigningKey.current(signingKeys().list()).isEmpty()) {
            // why: people can be there before any server was, by an import
            new SigningKeyRotation(signingKeys(), vault, clock).ensureCurrent(signing);
        }
        return new Receipts(
                new ResponseSigner(new SigningKeys(signingKeys(), vault, clock)), clock);
    }

    PeopleTransfer transfer() {
        return new PeopleTransfer(people(), personSecrets());
    }

    BackupWriter backups() {
        MasterKeySource source = masters.get();
        // why: a backup without any key would have nothing to be proved genuine with
        vault(source);
        return new BackupWriter(database.tables(), source, clock);
    }

    Resealing resealing() {
        return new Resealing(vault(masters.get()), people());
    }

    MasterKeyRotation rotation() {
        MasterKeySource source = masters.get();
        return new MasterKeyRotation(vault(source), tenantKeys(), serverKeys(), source);
    }

    private Vault vault(MasterKeySource source) {
        Vault vault = new Vault(tenantKeys(), source, clock);
        vault.prepare();
        return vault;
    }

    /** Writes down what was done at this command line. */
    void record(String tenantId, String action, String subject, boolean done) {
        audit().record(
                        tenantId,
                        AuditEntry.COMMAND_LINE,
                        action,
                        subject,
                        done ? AuditOutcome.DONE : AuditOutcome.REFUSED);
    }
}
