package dev.selfsame.server.api;

import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.connection.Ports;
import dev.selfsame.server.status.RequestRecorder;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tls.TlsOptions;
import dev.selfsame.server.trace.Traces;
import dev.selfsame.server.usage.UsageMeter;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.time.Clock;
import java.util.List;

@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    SharedErrorTable sharedErrors() {
        return new SharedErrorTable();
    }

    @Bean
    Access access(ApiKeys keys) {
        return new Access(keys);
    }

    @Bean
    WebFiles webFiles() {
        return new WebFiles();
    }

    @Bean
    AnswerHeaders answerHeaders(TlsOptions tls) {
        return new AnswerHeaders(tls);
    }

    @Bean
    FilterRegistrationBean<RequestFilter> requestFilter(AnswerHeaders headers, Traces traces) {
        FilterRegistrationBean<RequestFilter> filter =
                new FilterRegistrationBean<>(new RequestFilter(headers, traces));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<PlainPortFilter> plainPortFilter(TlsOptions tls, Ports ports) {
        FilterRegistrationBean<PlainPortFilter> filter =
                new FilterRegistrationBean<>(new PlainPortFilter(ports));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        filter.setEnabled(tls.plainPort() != null);
        return filter;
    }

    @Bean
    FilterRegistrationBean<MeterFilter> meterFilter(
            UsageMeter meter, RequestRecorder recorder, Clock clock) {
        FilterRegistrationBean<MeterFilter> filter =
                new FilterRegistrationBean<>(new MeterFilter(meter, recorder, clock));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }

    @Bean
    FilterRegistrationBean<MetricsGate> metricsGate(Access access) {
        FilterRegistrationBean<MetricsGate> filter =
                new FilterRegistrationBean<>(new MetricsGate(access));
        filter.addUrlPatterns("/actuator/prometheus", "/actuator/prometheus/*");
        return filter;
    }

    @Bean
    WebMvcConfigurer accessToRoutes(Access access, Admission admission) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AccessInterceptor(access));
                // why after it: tenants are refused, so callers must be known
                registry.addInterceptor(new AdmissionInterceptor(admission));
            }

            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                // why first: an API would take it for a failure of its own
                resolvers.addFirst(new SendersFault());
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatErrors(
            List<Dialect> dialects, AnswerHeaders headers) {
        return factory -> {
            factory.addContextCustomizers(
                    context ->
                            context.getParent()
                                    .getPipeline()
                                    .addValve(new LastResort(dialects, headers)));
            factory.addConnectorCustomizers(
                    connector -> {
                        if (connector.getProtocolHandler()
                                instanceof AbstractHttp11Protocol<?> http) {
                            // why: who is refused for his key or size need not send the body first
                            http.setContinueResponseTiming("onRead");
                        }
                    });
        };
    }
}
