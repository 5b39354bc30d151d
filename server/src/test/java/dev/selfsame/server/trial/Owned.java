package dev.selfsame.server.trial;

import org.jspecify.annotations.Nullable;

/** A CustomID that one client alone changes, and what this client knows of it. */
final class Owned {

    private final String customId;
    private @Nullable Looks looks;
    private long number;

    Owned(String customId) {
        this.customId = customId;
    }

    String customId() {
        return customId;
    }

    /** What is enrolled; null if nobody is. */
    @Nullable Looks looks() {
        return looks;
    }

    /** The BioPassID; 0 where no answer has told it. */
    long number() {
        return number;
    }

    void numbered(long bioPassId) {
        number = bioPassId;
    }

    void becomes(@Nullable Looks after) {
        looks = after;
        if (after == null) {
            number = 0;
        }
    }
}
