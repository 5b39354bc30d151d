package dev.selfsame.server.trial;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What one client knows of a person that it alone changes, while others look on. States are
 * numbered from 0, which is nobody.
 */
final class Dossier {

    private final String customId;
    private final List<@Nullable Looks> states = new ArrayList<>();
    private int acknowledged;

    Dossier(String customId) {
        this.customId = customId;
        states.add(null);
    }

    String customId() {
        return customId;
    }

    /** The last state; null if nobody is enrolled. */
    synchronized @Nullable Looks looks() {
        return states.getLast();
    }

    /** A call that leads to this state is about to be sent. */
    synchronized void begins(@Nullable Looks after) {
        states.add(after);
    }

    /** That call was answered. */
    synchronized void wasAcknowledged() {
        acknowledged = states.size() - 1;
    }

    /** The number of the state that must at least be there if the server were copied now. */
    synchronized int mark() {
        return acknowledged;
    }

    /** How many states there are. */
    synchronized int count() {
        return states.size();
    }

    /** The states from one number up to before another. */
    synchronized List<@Nullable Looks> states(int from, int before) {
        return new ArrayList<>(states.subList(from, before));
    }

    /** Some looks of that person at any time, to ask whether somebody is there. */
    synchronized Looks any() {
        return states.stream().filter(Objects::nonNull).findFirst().orElseThrow();
    }
}
