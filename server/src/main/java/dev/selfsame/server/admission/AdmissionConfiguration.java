package dev.selfsame.server.admission;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    @Bean
    Admission admission(AdmissionLimits limits, MeterRegistry meters) {
        return new Admission(limits, meters);
    }

    @Bean
    UploadBudget uploadBudget(UploadShare share, Admission admission, MeterRegistry meters) {
        return new UploadBudget(share.bytes(), admission::retryAfter, meters);
    }
}
