package dev.selfsame.server.signing;

import java.util.Objects;

/**
 * How answers are signed.
 *
 * @param algorithm what the current key is of; a start makes it so
 * @param rsaBits length of an RSA key when one is made, 2048..4096
 */
public record SigningOptions(SigningAlgorithm algorithm, int rsaBits) {

    public SigningOptions {
        Objects.requireNonNull(algorithm, "algorithm");
        if (rsaBits < 2048 || rsaBits > 4096) {
            throw new IllegalArgumentException(
                    "selfsame.signing.rsa-bits: " + rsaBits + " (expected: 2048..4096)");
        }
    }
}
