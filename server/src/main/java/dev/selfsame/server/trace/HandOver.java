package dev.selfsame.server.trace;

import java.util.function.Supplier;

/** Work for another thread. Closed by whoever handed it over, done or not. */
public interface HandOver<T> extends Supplier<T>, AutoCloseable {

    @Override
    void close();
}
