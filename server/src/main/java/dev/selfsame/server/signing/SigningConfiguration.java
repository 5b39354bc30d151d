package dev.selfsame.server.signing;

import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.vault.Vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

    @Bean
    SigningKeyRotation signingKeyRotation(SigningKeyStore store, Vault vault, Clock clock) {
        return new SigningKeyRotation(store, vault, clock);
    }

    @Bean
    SigningKeys signingKeys(
            SigningKeyStore store,
            SigningKeyRotation rotation,
            Vault vault,
            SigningOptions options,
            DataDirectory data,
            Clock clock) {
        SigningKeyFile files = new SigningKeyFile(data.signing());
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            files.load(algorithm).ifPresent(rotation::takeOver);
        }
        rotation.ensureCurrent(options);
        return new SigningKeys(store, vault, clock);
    }

    @Bean
    ResponseSigner responseSigner(SigningKeys keys) {
        return new ResponseSigner(keys);
    }

    @Bean
    SignatureCheck signatureCheck(SigningKeys keys) {
        return SignatureCheck.of(keys);
    }
}
