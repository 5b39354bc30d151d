package dev.selfsame.server.portal;

import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.vault.Vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class PortalConfiguration {

    @Bean
    Passwords portalPasswords() {
        return new Passwords();
    }

    @Bean
    PortalUsers portalUsers(PortalUserStore store, Passwords passwords, Clock clock) {
        return new PortalUsers(store, passwords, clock);
    }

    @Bean
    OneTimeCodes oneTimeCodes(PortalUserStore store, Vault vault, Clock clock) {
        return new OneTimeCodes(store, vault, clock);
    }

    @Bean
    SignIn signIn(
            PortalUserStore store,
            Passwords passwords,
            OneTimeCodes codes,
            AuditTrail audit,
            Clock clock) {
        return new SignIn(store, passwords, codes, audit, clock);
    }

    @Bean
    PortalSessions portalSessions(Clock clock) {
        return new PortalSessions(clock);
    }
}
