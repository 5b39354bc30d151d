package dev.selfsame.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.backup.TableSource;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Everything in a database, to be compared with what is in another. */
final class AllRows {

    /** What a migration took away on purpose. */
    private static final Set<String> DROPPED = Set.of("person_ledger.incarnation");

    private final Map<String, List<Map<String, String>>> rows = new TreeMap<>();

    private AllRows() {}

    static AllRows of(TableSource source) throws IOException {
        AllRows all = new AllRows();
        source.read(
                tables -> {
                    for (String table : tables.names()) {
                        List<String> columns = tables.columns(table);
                        List<Map<String, String>> rows = new ArrayList<>();
                        tables.forEachRow(table, row -> rows.add(named(table, columns, row)));
                        all.rows.put(table, rows);
                    }
                });
        return all;
    }

    /** Where there is no value there is no entry. */
    private static Map<String, String> named(
            String table, List<String> columns, List<@Nullable String> row) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String value = row.get(i);
            if (value != null && !DROPPED.contains(table + "." + columns.get(i))) {
                named.put(columns.get(i), value);
            }
        }
        return named;
    }

    List<Map<String, String>> of(String table) {
        return Objects.requireNonNull(rows.get(table), table);
    }

    List<String> emptyTables() {
        return rows.keySet().stream().filter(table -> of(table).isEmpty()).toList();
    }

    /** Each of these rows is in the other database, with all of its values, and no other row. */
    void assertAllIn(AllRows later) {
        rows.forEach(
                (table, before) -> {
                    assertThat(later.of(table)).as(table).hasSameSizeAs(before);
                    for (Map<String, String> row : before) {
                        assertThat(later.of(table))
                                .as(table + " " + row)
                                .anyMatch(one -> one.entrySet().containsAll(row.entrySet()));
                    }
                });
    }
}
