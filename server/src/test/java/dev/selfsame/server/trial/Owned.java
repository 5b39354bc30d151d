package dev.selfsame.server.trial;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A CustomID that one client alone changes, and what this client knows of it. */
final class Owned {

    private final String customId;
    private @Nullable Looks looks;
    private long number;
    private final List<String> history = new ArrayList<>();

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

    void note(String what) {
        history.add(what);
    }

    /** The name and all that happened, for whoever looks into a violation. */
    @Override
    public String toString() {
        return customId + " " + history;
    }

    void becomes(@Nullable Looks after) {
        looks = after;
        if (after == null) {
            number = 0;
        }
    }
}
