package dev.selfsame.server.signing;

import dev.selfsame.server.datadir.DataDirectory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

    @Bean
    ResponseSigner responseSigner(SigningOptions options, DataDirectory data, Clock clock) {
        SigningKeyFile file = new SigningKeyFile(data.signing(), new SigningKeyMaker(clock));
        return new ResponseSigner(file.loadOrCreate(options));
    }

    @Bean
    SignatureCheck signatureCheck() {
        return new SignatureCheck();
    }
}
