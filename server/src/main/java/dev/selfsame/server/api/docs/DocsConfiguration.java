package dev.selfsame.server.api.docs;

import dev.selfsame.server.api.WebFiles;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocsConfiguration {

    @Bean
    DocsRoute docsRoute(WebFiles files) {
        return new DocsRoute(files);
    }
}
