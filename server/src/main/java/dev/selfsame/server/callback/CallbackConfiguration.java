package dev.selfsame.server.callback;

import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.trace.Traces;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;

import javax.net.ssl.SSLContext;

@Configuration(proxyBeanMethods = false)
class CallbackConfiguration {

    @Bean
    CallbackTargets callbackTargets(CallbackOptions options) {
        return new CallbackTargets(options);
    }

    @Bean(initMethod = "start")
    CallbackSender callbackSender(
            CallbackStore store,
            AuditTrail audit,
            CallbackOptions options,
            Clock clock,
            MeterRegistry meters,
            Traces traces)
            throws NoSuchAlgorithmException {
        HttpCourier courier =
                new HttpCourier(options, NameService.SYSTEM, SSLContext.getDefault(), clock);
        RetryWaits waits =
                new RetryWaits(options.firstWait(), options.longestWait(), new SecureRandom());
        CallbackAttempt attempt =
                new CallbackAttempt(store, courier, audit, waits, options.attempts(), clock);
        return new CallbackSender(store, courier, attempt, options, clock, meters, traces);
    }

    @Bean
    Callbacks callbacks(CallbackStore store, CallbackSender sender, Clock clock) {
        return new Callbacks(store, sender, clock);
    }
}
