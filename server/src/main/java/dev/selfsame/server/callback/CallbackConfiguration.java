package dev.selfsame.server.callback;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CallbackConfiguration {
    @Bean
    CallbackTargets callbackTargets() {
        return new CallbackTargets();
    }
}
