package dev.selfsame.server.store.jdbc;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a database is like.
 *
 * @param product its name and version, such as {@code PostgreSQL 18.1}
 * @param major first number of its version
 * @param schema version of its tables, null where there are none yet
 * @param pending versions that the next start brings it to, in order
 * @param unknown versions that a newer program brought it to
 * @param failed versions that were begun and not ended
 * @param now its clock
 */
public record DatabaseState(
        String product,
        int major,
        @Nullable String schema,
        List<String> pending,
        List<String> unknown,
        List<String> failed,
        Instant now) {

    public DatabaseState {
        Objects.requireNonNull(product, "product");
        pending = List.copyOf(pending);
        unknown = List.copyOf(unknown);
        failed = List.copyOf(failed);
        Objects.requireNonNull(now, "now");
    }

    /** Whether its tables are those of this program. */
    public boolean isCurrent() {
        return schema != null && pending.isEmpty() && unknown.isEmpty() && failed.isEmpty();
    }
}
