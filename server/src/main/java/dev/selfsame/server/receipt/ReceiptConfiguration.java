package dev.selfsame.server.receipt;

import dev.selfsame.server.signing.ResponseSigner;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

    @Bean
    Receipts receipts(ResponseSigner signer, Clock clock) {
        return new Receipts(signer, clock);
    }
}
