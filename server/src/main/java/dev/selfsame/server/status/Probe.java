package dev.selfsame.server.status;

import java.util.Objects;

/**
 * A way to find out whether a part works.
 *
 * @param computes whether it costs more than a question to somebody else; such a one is left out in
 *     the first round, as opening the engine has just shown the same
 * @param trial throws whatever it likes where the part does not work
 */
record Probe(Part part, boolean computes, Runnable trial) {

    Probe {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(trial, "trial");
    }
}
