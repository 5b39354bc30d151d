package dev.selfsame.server.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditTrail auditTrail(AuditStore store, Clock clock) {
        return new AuditTrail(store, clock);
    }
}
