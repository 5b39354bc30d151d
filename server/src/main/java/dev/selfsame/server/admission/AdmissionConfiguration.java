package dev.selfsame.server.admission;

import io.micrometer.core.instrument.Gauge;
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
        UploadBudget budget = new UploadBudget(share.bytes(), admission::retryAfter);
        Gauge.builder("selfsame.uploads.held", budget, UploadBudget::usedBytes)
                .baseUnit("bytes")
                .register(meters);
        return budget;
    }
}
