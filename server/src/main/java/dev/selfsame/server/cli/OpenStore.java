package dev.selfsame.server.cli;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.audit.AuditOutcome;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.usage.UsageStore;

import java.time.Clock;
import java.time.Duration;

/**
 * What the commands work on that need a server's data.
 *
 * @param keys the API keys
 * @param tenants the tenants
 * @param usage what was counted
 * @param audit what was done
 */
record OpenStore(ApiKeys keys, Tenants tenants, UsageStore usage, AuditTrail audit) {

    static OpenStore of(Database database, Clock clock) {
        return new OpenStore(
                new ApiKeys(database.apiKeys(), database.tenants(), clock, Duration.ZERO),
                new Tenants(database.tenants(), clock),
                database.usage(),
                new AuditTrail(database.audit(), clock));
    }

    /** Writes down what was done at this command line. */
    void record(String tenantId, String action, String subject, boolean done) {
        audit.record(
                tenantId,
                AuditEntry.COMMAND_LINE,
                action,
                subject,
                done ? AuditOutcome.DONE : AuditOutcome.REFUSED);
    }
}
