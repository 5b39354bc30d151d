package dev.selfsame.server.store.jdbc;

import java.util.List;
import java.util.Set;

/**
 * A table as the database describes it, in lower case.
 *
 * @param key the column that the primary key begins with
 * @param parents tables that it refers to
 */
record TableShape(String name, List<Column> columns, String key, Set<String> parents) {

    TableShape {
        columns = List.copyOf(columns);
        parents = Set.copyOf(parents);
    }

    /**
     * One of its columns.
     *
     * @param isCounted whether the database numbers the rows with it
     */
    record Column(String name, ColumnKind kind, boolean isCounted) {}

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    Column column(String wanted) {
        return columns.stream()
                .filter(column -> column.name().equals(wanted))
                .findFirst()
                .orElseThrow();
    }
}
