package dev.selfsame.server.admission;

import dev.selfsame.server.trace.Traces;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    @Bean
    Admission admission(AdmissionLimits limits, MeterRegistry meters, Traces traces) {
        return new Admission(limits, meters, traces);
    }

    @Bean
    UploadBudget uploadBudget(UploadShare share, Admission admission, MeterRegistry meters) {
        return new UploadBudget(share.bytes(), admission::retryAfter, meters);
    }
}
