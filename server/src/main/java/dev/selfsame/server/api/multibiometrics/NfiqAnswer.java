package dev.selfsame.server.api.multibiometrics;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How well a fingerprint will compare. */
record NfiqAnswer(@JsonProperty("NFIQ") Nfiq nfiq) {

    /**
     * The grade.
     *
     * @param quality 1 the best to 5 the worst
     */
    record Nfiq(@JsonProperty("Quality") int quality) {}

    static NfiqAnswer of(int quality) {
        return new NfiqAnswer(new Nfiq(quality));
    }
}
