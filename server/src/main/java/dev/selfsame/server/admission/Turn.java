package dev.selfsame.server.admission;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/** A piece of work in the queue: either a worker takes it, or its owner gives it up; never both. */
final class Turn<T> extends FutureTask<T> {

    private final AtomicBoolean decided = new AtomicBoolean();

    Turn(Callable<T> work) {
        super(work);
    }

    /** True if the caller may run it now. */
    boolean take() {
        return decided.compareAndSet(false, true);
    }

    /** True if nobody took it before; then nobody will. */
    boolean giveUp() {
        return decided.compareAndSet(false, true);
    }
}
