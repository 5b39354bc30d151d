package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.api.Dialect;
import dev.selfsame.server.identification.Identification;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.person.People;
import dev.selfsame.server.person.PersonConsents;
import dev.selfsame.server.person.TenantThresholds;
import dev.selfsame.server.receipt.ReceiptStore;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class MultibiometricsConfiguration {

    @Bean
    static Dialect gatewayDialect() {
        return new GatewayDialect(JsonMapper.builder().build());
    }

    @Bean
    FilterRegistrationBean<GatewayFilter> gatewayFilter(MultibiometricsOptions options) {
        CrossOrigin crossOrigin = new CrossOrigin(options.allowedOrigins());
        FilterRegistrationBean<GatewayFilter> filter =
                new FilterRegistrationBean<>(new GatewayFilter(crossOrigin));
        // why: inside the filter that gives every answer its headers
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    @Bean
    Answers multibiometricsAnswers(MultibiometricsOptions options) {
        return new Answers(JsonMapper.builder().build(), options);
    }

    @Bean
    ErrorTable multibiometricsErrors(Answers answers) {
        return new ErrorTable(answers);
    }

    @Bean
    Exchange exchange(JsonReader reader, Answers answers) {
        return new Exchange(reader, answers);
    }

    @Bean
    PersonRoutes personRoutes(
            Exchange exchange, JsonReader reader, Answers answers, People people) {
        return new PersonRoutes(exchange, reader, answers, people);
    }

    @Bean
    ConsentRoutes consentRoutes(Exchange exchange, PersonConsents consents) {
        return new ConsentRoutes(exchange, consents);
    }

    @Bean
    ReceiptRoute receiptRoute(Answers answers, ReceiptStore receipts) {
        return new ReceiptRoute(answers, receipts);
    }

    @Bean
    VerifyRoute verifyRoute(
            JsonReader reader, Answers answers, People people, MultibiometricsOptions options) {
        return new VerifyRoute(reader, answers, people, options);
    }

    @Bean
    TemplateRoutes templateRoutes(
            Exchange exchange, Engine engine, Admission admission, TenantThresholds thresholds) {
        return new TemplateRoutes(exchange, engine, admission, thresholds);
    }

    @Bean
    WsqRoutes wsqRoutes(Exchange exchange, Admission admission, ImageLimits limits) {
        return new WsqRoutes(exchange, admission, limits);
    }

    @Bean
    FaceRoutes faceRoutes(Exchange exchange, Engine engine, Admission admission) {
        return new FaceRoutes(exchange, engine, admission);
    }

    @Bean
    LivenessRoute livenessRoute(
            JsonReader reader, Answers answers, Engine engine, Admission admission) {
        return new LivenessRoute(reader, answers, engine, admission);
    }

    @Bean
    QualityRoutes qualityRoutes(Exchange exchange, Engine engine, Admission admission) {
        return new QualityRoutes(exchange, engine, admission);
    }

    @Bean
    IdentifyRoute identifyRoute(Exchange exchange, Identification identification) {
        return new IdentifyRoute(exchange, identification);
    }
}
