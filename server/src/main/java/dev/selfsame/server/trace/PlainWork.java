package dev.selfsame.server.trace;

import java.util.Objects;
import java.util.function.Supplier;

/** Work that is not measured. */
final class PlainWork<T> implements HandOver<T> {

    private final Supplier<T> work;

    PlainWork(Supplier<T> work) {
        this.work = Objects.requireNonNull(work, "work");
    }

    @Override
    public T get() {
        return work.get();
    }

    @Override
    public void close() {}
}
