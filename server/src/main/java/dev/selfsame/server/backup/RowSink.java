package dev.selfsame.server.backup;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/** Takes rows. */
@FunctionalInterface
public interface RowSink {

    /**
     * Takes one row.
     *
     * @param values as text, in the order of the columns; bytes in Base64, times in ISO 8601
     */
    void write(List<@Nullable String> values) throws IOException;
}
