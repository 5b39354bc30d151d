package dev.selfsame.server.usage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class UsageConfiguration {

    @Bean
    UsageMeter usageMeter(UsageStore store, Clock clock) {
        return new UsageMeter(store, clock);
    }
}
