package dev.selfsame.server.trace;

import dev.selfsame.server.version.Version;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    @Bean
    Traces traces(TraceOptions options, Version version) {
        return Traces.to(options, version);
    }
}
