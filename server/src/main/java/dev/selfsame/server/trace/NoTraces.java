package dev.selfsame.server.trace;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Measures nothing, and loads nothing that would. */
final class NoTraces implements Traces {

    static final NoTraces INSTANCE = new NoTraces();

    private static final Span NOTHING = new Nothing();

    private NoTraces() {}

    @Override
    public Span request(UnaryOperator<@Nullable String> headers) {
        return NOTHING;
    }

    @Override
    public Span task(String name) {
        return NOTHING;
    }

    @Override
    public <T> HandOver<T> handOver(String waitName, String workName, Supplier<T> work) {
        return new PlainWork<>(work);
    }

    @Override
    public <T> T store(Class<T> type, T store, String system) {
        return store;
    }

    @Override
    public void close() {}

    private static final class Nothing implements Span {
        @Override
        public String traceId() {
            return "";
        }

        @Override
        public void rename(String name) {}

        @Override
        public void note(String key, String value) {}

        @Override
        public void note(String key, long value) {}

        @Override
        public void failed() {}

        @Override
        public void close() {}
    }
}
