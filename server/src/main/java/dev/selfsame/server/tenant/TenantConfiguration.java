package dev.selfsame.server.tenant;

import dev.selfsame.server.datadir.DataDirectory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class TenantConfiguration {

    @Bean
    ApiKeys apiKeys(ApiKeyStore store, TenantStore tenants, Clock clock, ApiKeyOptions options) {
        return new ApiKeys(store, tenants, clock, options.recheckAfter());
    }

    @Bean
    Tenants tenants(TenantStore store, Clock clock) {
        return new Tenants(store, clock);
    }

    @Bean
    InitialKey initialKey(ApiKeys keys, DataDirectory data) {
        return new InitialKey(keys, data.initialApiKey());
    }
}
