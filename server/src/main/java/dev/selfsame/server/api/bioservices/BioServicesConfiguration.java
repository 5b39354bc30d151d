package dev.selfsame.server.api.bioservices;

import dev.selfsame.engine.Engine;
import dev.selfsame.server.api.Access;
import dev.selfsame.server.face.FaceMatching;
import dev.selfsame.server.multipart.MultipartReader;
import dev.selfsame.server.signing.ResponseSigner;
import dev.selfsame.server.signing.SigningKeys;
import dev.selfsame.server.version.Version;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class BioServicesConfiguration {

    @Bean
    ErrorTable bioServicesErrors() {
        return new ErrorTable();
    }

    @Bean
    CapabilitiesRoute capabilitiesRoute(
            Engine engine, Access access, BioServicesOptions options, Version version) {
        return new CapabilitiesRoute(engine, access, options, version);
    }

    @Bean
    SigningRoute signingRoute(SigningKeys keys) {
        return new SigningRoute(keys);
    }

    @Bean
    MatchImagesRoute matchImagesRoute(
            MultipartReader reader,
            FaceMatching matching,
            ResponseSigner signer,
            BioServicesOptions options,
            Clock clock) {
        SignedJson json = new SignedJson(JsonMapper.builder().build(), signer);
        return new MatchImagesRoute(reader, matching, json, options, clock);
    }
}
