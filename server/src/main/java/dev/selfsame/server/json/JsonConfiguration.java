package dev.selfsame.server.json;

import dev.selfsame.server.admission.UploadBudget;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonReader jsonReader(JsonLimits limits, UploadBudget budget) {
        return new JsonReader(limits, budget);
    }
}
