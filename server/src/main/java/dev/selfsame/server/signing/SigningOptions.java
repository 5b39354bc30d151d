package dev.selfsame.server.signing;

import dev.selfsame.server.setting.Setting;

import java.util.Objects;

/**
 * How answers are signed.
 *
 * @param algorithm what the current key is of; a start makes it so
 * @param rsaBits length of an RSA key when one is made, 2048..4096
 */
public record SigningOptions(
        @Setting(
                        meaning =
                                "what the [signing key](signatures.md) is of; a start makes it so",
                        range = "`RS256`, `ES256`")
                SigningAlgorithm algorithm,
        @Setting(
                        meaning =
                                "length of an RSA key when one is made; an existing key stays as it"
                                        + " is",
                        range = "2048..4096",
                        unit = "bits")
                int rsaBits) {

    public SigningOptions {
        Objects.requireNonNull(algorithm, "algorithm");
        if (rsaBits < 2048 || rsaBits > 4096) {
            throw new IllegalArgumentException(
                    "selfsame.signing.rsa-bits: " + rsaBits + " (expected: 2048..4096)");
        }
    }
}
