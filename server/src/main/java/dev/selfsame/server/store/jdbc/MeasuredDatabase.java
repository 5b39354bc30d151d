package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.trace.Traces;

import java.util.Objects;
import java.util.function.Function;

/** The stores of a database, each call of which is a part of the trace that it belongs to. */
final class MeasuredDatabase {

    private final Database database;
    private final Traces traces;
    private final String system;

    MeasuredDatabase(Database database, DatabaseOptions options, Traces traces) {
        this.database = Objects.requireNonNull(database, "database");
        this.traces = Objects.requireNonNull(traces, "traces");
        // why these words: OpenTelemetry's names of systems
        system = options.embedded() ? "h2database" : "postgresql";
    }

    <T> T of(Class<T> type, Function<Database, T> store) {
        return traces.store(type, store.apply(database), system);
    }
}
