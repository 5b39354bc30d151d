package dev.selfsame.server.tls;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class TlsConfiguration {

    @Bean
    TlsDoor tlsDoor(TlsOptions options, MeterRegistry meters, Clock clock) {
        return new TlsDoor(options.enabled() ? new CertificateWatch(options, meters, clock) : null);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tlsOfPort(TlsDoor door) {
        return factory -> factory.addConnectorCustomizers(door::open);
    }
}
