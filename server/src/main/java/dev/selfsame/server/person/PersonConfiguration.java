package dev.selfsame.server.person;

import dev.selfsame.engine.Engine;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.receipt.Receipts;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.vault.Vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.security.SecureRandom;
import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class PersonConfiguration {

    @Bean
    TenantThresholds tenantThresholds(PersonOptions options, Tenants tenants) {
        return new TenantThresholds(options, tenants);
    }

    @Bean
    PersonSecrets personSecrets(Vault vault) {
        return new PersonSecrets(vault);
    }

    @Bean
    SampleReader sampleReader(Engine engine) {
        return new SampleReader(engine);
    }

    @Bean
    PersonErasure personErasure(PersonStore store, Receipts receipts, AuditTrail audit) {
        return new PersonErasure(store, receipts, audit);
    }

    @Bean
    TenantErasure tenantErasure(Tenants tenants, PeopleCensus people, Receipts receipts) {
        return new TenantErasure(tenants, people, receipts);
    }

    @Bean
    PersonConsents personConsents(
            PersonStore store, PersonSecrets secrets, AuditTrail audit, Clock clock) {
        return new PersonConsents(store, secrets, audit, clock);
    }

    @Bean
    People people(
            Engine engine,
            SampleReader reader,
            Admission admission,
            PersonStore store,
            AttemptStore attempts,
            PersonSecrets secrets,
            TenantThresholds thresholds,
            PersonOptions options,
            AuditTrail audit,
            PersonErasure erasure,
            Clock clock) {
        return new People(
                store,
                secrets,
                reader,
                new Verifier(engine, options.rule()),
                thresholds,
                new LockOut(options.lockOut(), attempts, clock),
                admission,
                new ClientIds(new SecureRandom()),
                new PersonAudit(audit),
                erasure,
                clock,
                options.leastEnrolmentQuality());
    }
}
