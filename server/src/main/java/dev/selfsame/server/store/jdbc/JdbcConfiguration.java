package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.audit.AuditStore;
import dev.selfsame.server.callback.CallbackStore;
import dev.selfsame.server.datadir.DataDirectory;
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
import dev.selfsame.server.trace.Traces;
import dev.selfsame.server.usage.UsageStore;
import dev.selfsame.server.vault.TenantKeyStore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import javax.sql.DataSource;

@Configuration(proxyBeanMethods = false)
class JdbcConfiguration {

    @Bean
    Database database(DatabaseOptions options, DataDirectory data) {
        return Database.open(options, data.database());
    }

    @Bean
    MeasuredDatabase measuredDatabase(Database database, DatabaseOptions options, Traces traces) {
        return new MeasuredDatabase(database, options, traces);
    }

    /** For the health check alone. */
    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.source();
    }

    @Bean
    ApiKeyStore apiKeyStore(MeasuredDatabase database) {
        return database.of(ApiKeyStore.class, Database::apiKeys);
    }

    @Bean
    AuditStore auditStore(MeasuredDatabase database) {
        return database.of(AuditStore.class, Database::audit);
    }

    @Bean
    UsageStore usageStore(MeasuredDatabase database) {
        return database.of(UsageStore.class, Database::usage);
    }

    @Bean
    TenantStore tenantStore(MeasuredDatabase database) {
        return database.of(TenantStore.class, Database::tenants);
    }

    @Bean
    TenantKeyStore tenantKeyStore(MeasuredDatabase database) {
        return database.of(TenantKeyStore.class, Database::tenantKeys);
    }

    @Bean
    SigningKeyStore signingKeyStore(MeasuredDatabase database) {
        return database.of(SigningKeyStore.class, Database::signingKeys);
    }

    @Bean
    PersonStore personStore(MeasuredDatabase database) {
        return database.of(PersonStore.class, Database::people);
    }

    @Bean
    PeopleCensus peopleCensus(MeasuredDatabase database) {
        return database.of(PeopleCensus.class, Database::census);
    }

    @Bean
    PortalUserStore portalUserStore(MeasuredDatabase database) {
        return database.of(PortalUserStore.class, Database::portalUsers);
    }

    @Bean
    AttemptStore attemptStore(MeasuredDatabase database) {
        return database.of(AttemptStore.class, Database::attempts);
    }

    @Bean
    ReceiptStore receiptStore(MeasuredDatabase database) {
        return database.of(ReceiptStore.class, Database::receipts);
    }

    @Bean
    RetentionLease retentionLease(MeasuredDatabase database) {
        return database.of(RetentionLease.class, Database::retentionLease);
    }

    @Bean
    CallbackStore callbackStore(MeasuredDatabase database) {
        return database.of(CallbackStore.class, Database::callbacks);
    }

    @Bean
    StatusStore statusStore(MeasuredDatabase database) {
        return database.of(StatusStore.class, Database::status);
    }
}
