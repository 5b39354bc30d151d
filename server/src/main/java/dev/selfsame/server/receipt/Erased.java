package dev.selfsame.server.receipt;

/**
 * What was taken away. Pictures are not among it, as none is kept of enrolled people.
 *
 * @param people how many people
 * @param faces templates of faces
 * @param fingers templates of fingers
 * @param consents records of consent
 */
public record Erased(long people, long faces, long fingers, long consents) {

    public Erased {
        if (people < 0 || faces < 0 || fingers < 0 || consents < 0) {
            throw new IllegalArgumentException("a negative count (expected: 0 or more)");
        }
    }
}
