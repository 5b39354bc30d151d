package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.api.OpenToAll;
import dev.selfsame.server.signing.ResponseSigner;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Objects;

/** What it takes to verify signatures; public keys are for everybody. */
@RestController
final class SigningRoute {

    private final ResponseSigner signer;

    SigningRoute(ResponseSigner signer) {
        this.signer = Objects.requireNonNull(signer, "signer");
    }

    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenToAll
    String jwks() {
        return signer.jwks();
    }

    // why text/plain as well: browsers and curl show it, and "Accept: text/plain" is common
    @GetMapping(
            path = "/bioserver-app/v2/signing-certificate",
            produces = {"application/x-pem-file", MediaType.TEXT_PLAIN_VALUE})
    @OpenToAll
    String certificate() {
        return signer.certificatePem();
    }
}
