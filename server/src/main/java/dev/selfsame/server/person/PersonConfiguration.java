package dev.selfsame.server.person;

import dev.selfsame.engine.Engine;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.vault.Vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.security.SecureRandom;
import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class PersonConfiguration {

    @Bean
    TenantThresholds tenantThresholds(PersonOptions options) {
        return new TenantThresholds(options);
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
    People people(
            Engine engine,
            SampleReader reader,
            Admission admission,
            PersonStore store,
            AttemptStore attempts,
            PersonSecrets secrets,
            TenantThresholds thresholds,
            PersonOptions options,
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
                clock,
                options.leastEnrolmentQuality());
    }
}
