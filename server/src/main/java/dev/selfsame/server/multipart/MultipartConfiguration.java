package dev.selfsame.server.multipart;

import dev.selfsame.server.admission.UploadBudget;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MultipartConfiguration {

    @Bean
    MultipartReader multipartReader(MultipartLimits limits, UploadBudget budget) {
        return new MultipartReader(limits, budget);
    }
}
