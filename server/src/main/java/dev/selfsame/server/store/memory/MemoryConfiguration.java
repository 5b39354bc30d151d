package dev.selfsame.server.store.memory;

import dev.selfsame.server.biosession.BioSessionOptions;
import dev.selfsame.server.biosession.BioSessionStore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class MemoryConfiguration {

    @Bean
    BioSessionStore bioSessionStore(BioSessionOptions options, Clock clock) {
        return new MemoryBioSessions(options.memoryEntries(), clock);
    }
}
