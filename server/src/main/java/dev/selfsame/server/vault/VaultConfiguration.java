package dev.selfsame.server.vault;

import dev.selfsame.server.datadir.DataDirectory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    MasterKeySource masterKeySource(VaultOptions options, DataDirectory data) {
        return MasterKeySource.of(options, data.masterKey());
    }

    @Bean
    Vault vault(TenantKeyStore store, MasterKeySource masters, Clock clock) {
        Vault vault = new Vault(store, masters, clock);
        vault.prepare();
        return vault;
    }
}
