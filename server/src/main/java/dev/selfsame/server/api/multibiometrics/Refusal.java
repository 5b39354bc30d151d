package dev.selfsame.server.api.multibiometrics;

import java.util.Objects;

/** A request that gets one of the contract's errors: 400 and a sentence. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String text;

    /**
     * An error of the contract.
     *
     * @param detail for the log: what is wrong, nothing of what was sent
     */
    Refusal(ErrorText error, String detail) {
        this(error.text(), detail);
    }

    private Refusal(String text, String detail) {
        // why no stack trace: it is an answer, often to somebody hostile, and must cost little
        super(Objects.requireNonNull(detail, "detail"), null, false, false);
        this.text = Objects.requireNonNull(text, "text");
    }

    /** An error for which the contract has no words. */
    static Refusal saying(String sentence) {
        return new Refusal(sentence, sentence);
    }

    /** What the client is told. */
    String text() {
        return text;
    }
}
