package dev.selfsame.server.signing;

import java.util.Objects;

/**
 * How answers are signed. Each algorithm has its own key file, so switching back finds the old key.
 *
 * @param algorithm which key signs
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
