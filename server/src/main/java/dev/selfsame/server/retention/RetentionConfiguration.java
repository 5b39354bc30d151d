package dev.selfsame.server.retention;

import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.person.PeopleCensus;
import dev.selfsame.server.person.PersonErasure;
import dev.selfsame.server.receipt.ReceiptStore;
import dev.selfsame.server.tenant.TenantStore;
import dev.selfsame.server.usage.UsageStore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.util.SplittableRandom;

@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    @Bean
    Retention retention(
            TenantStore tenants,
            PeopleCensus people,
            PersonErasure erasure,
            UsageStore usage,
            ReceiptStore receipts,
            RetentionLease lease,
            AuditTrail audit,
            RetentionOptions options,
            Clock clock) {
        return new Retention(
                tenants,
                people,
                erasure,
                usage,
                receipts,
                lease,
                audit,
                clock,
                options.receiptDays());
    }

    @Bean(initMethod = "start")
    RetentionJob retentionJob(Retention retention, RetentionOptions options) {
        return new RetentionJob(retention, options.every(), new SplittableRandom());
    }
}
