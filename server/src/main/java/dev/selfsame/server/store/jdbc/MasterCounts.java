package dev.selfsame.server.store.jdbc;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Map;
import java.util.TreeMap;

/** How many rows of a table of keys each master key seals. */
final class MasterCounts {

    private MasterCounts() {}

    /**
     * Counts.
     *
     * @param table one of our own, never a text from outside
     */
    static Map<String, Long> of(JdbcClient jdbc, String table) {
        Map<String, Long> counts = new TreeMap<>();
        RowCallbackHandler add =
                row -> counts.put(row.getString("master_id"), row.getLong("sealed"));
        jdbc.sql(
                        "select master_id, count(*) as sealed from "
                                + table
                                + " where master_id is not null group by master_id")
                .query(add);
        return counts;
    }
}
