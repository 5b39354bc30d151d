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
import dev.selfsame.server.tenant.ApiKeyStore;
import dev.selfsame.server.tenant.TenantStore;
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

    /** For the health check alone. */
    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.source();
    }

    @Bean
    ApiKeyStore apiKeyStore(Database database) {
        return database.apiKeys();
    }

    @Bean
    AuditStore auditStore(Database database) {
        return database.audit();
    }

    @Bean
    UsageStore usageStore(Database database) {
        return database.usage();
    }

    @Bean
    TenantStore tenantStore(Database database) {
        return database.tenants();
    }

    @Bean
    TenantKeyStore tenantKeyStore(Database database) {
        return database.tenantKeys();
    }

    @Bean
    SigningKeyStore signingKeyStore(Database database) {
        return database.signingKeys();
    }

    @Bean
    PersonStore personStore(Database database) {
        return database.people();
    }

    @Bean
    PeopleCensus peopleCensus(Database database) {
        return database.census();
    }

    @Bean
    PortalUserStore portalUserStore(Database database) {
        return database.portalUsers();
    }

    @Bean
    AttemptStore attemptStore(Database database) {
        return database.attempts();
    }

    @Bean
    ReceiptStore receiptStore(Database database) {
        return database.receipts();
    }

    @Bean
    RetentionLease retentionLease(Database database) {
        return database.retentionLease();
    }

    @Bean
    CallbackStore callbackStore(Database database) {
        return database.callbacks();
    }
}
