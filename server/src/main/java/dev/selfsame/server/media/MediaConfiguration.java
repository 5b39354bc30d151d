package dev.selfsame.server.media;

import dev.selfsame.server.vault.Vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

    @Bean
    Media media(ObjectStore store, Vault vault) {
        return new Media(store, vault);
    }
}
