package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.api.OpenToAll;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.signing.SigningKeys;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.Objects;

/** What it takes to verify signatures; public keys are for everybody. */
@RestController
final class SigningRoute {

    private final SigningKeys keys;

    SigningRoute(SigningKeys keys) {
        this.keys = Objects.requireNonNull(keys, "keys");
    }

    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenToAll
    String jwks() {
        return keys.jwks();
    }

    // why text/plain as well: browsers and curl show it, and "Accept: text/plain" is common
    @GetMapping(
            path = "/bioserver-app/v2/signing-certificate",
            produces = {"application/x-pem-file", MediaType.TEXT_PLAIN_VALUE})
    @OpenToAll
    String certificate() {
        return keys.certificatePem();
    }

    @GetMapping(
            path = "/bioserver-app/v2/signing-certificates/{kid}",
            produces = {"application/x-pem-file", MediaType.TEXT_PLAIN_VALUE})
    @OpenToAll
    String certificate(@PathVariable("kid") String kid) {
        return keys.certificatePem(kid)
                .orElseThrow(
                        () ->
                                new Problem(
                                        ProblemKind.NOT_FOUND,
                                        "no key of this kid verifies signatures"));
    }
}
