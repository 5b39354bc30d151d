package dev.selfsame.server.store.jdbc;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All tables of a schema, asked of the database itself: so none that is added later can be
 * forgotten in backups.
 */
final class TableShapes {

    /** As they stand in statements without quotes. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private static final String HISTORY = "flyway_schema_history";

    private final JdbcTemplate jdbc;

    TableShapes(JdbcTemplate jdbc) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
    }

    /** Whether there is no table at all, not even that of the migrations. */
    boolean isEmpty() {
        return names().isEmpty();
    }

    /** Each table behind those that it refers to. */
    List<TableShape> parentsFirst() {
        List<TableShape> waiting = new ArrayList<>();
        for (String name : names()) {
            if (!name.equalsIgnoreCase(HISTORY)) {
                waiting.add(shape(name));
            }
        }
        List<TableShape> ordered = new ArrayList<>();
        Set<String> there = new HashSet<>();
        while (!waiting.isEmpty()) {
            TableShape next =
                    waiting.stream()
                            .filter(table -> there.containsAll(table.parents()))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("tables in a circle"));
            waiting.remove(next);
            ordered.add(next);
            there.add(next.name());
        }
        return ordered;
    }

    private List<String> names() {
        return jdbc.query(
                """
                select table_name from information_schema.tables
                where table_schema = current_schema and table_type = 'BASE TABLE'
                order by table_name
                """,
                (row, _) -> row.getString("table_name"));
    }

    private TableShape shape(String name) {
        List<TableShape.Column> columns =
                jdbc.query(
                        """
                        select column_name, data_type, is_identity
                        from information_schema.columns
                        where table_schema = current_schema and table_name = ?
                        order by ordinal_position
                        """,
                        (row, _) ->
                                new TableShape.Column(
                                        lower(row.getString("column_name")),
                                        ColumnKind.of(row.getString("data_type")),
                                        row.getString("is_identity").equals("YES")),
                        name);
        Set<String> parents = new HashSet<>(keys(name, false));
        parents.remove(lower(name));
        return new TableShape(lower(name), columns, keys(name, true).getFirst(), parents);
    }

    /** The first column of the primary key, or the tables that foreign keys refer to. */
    private List<String> keys(String table, boolean primary) {
        ConnectionCallback<List<String>> ask =
                connection -> {
                    DatabaseMetaData data = connection.getMetaData();
                    String schema = connection.getSchema();
                    List<String> found = new ArrayList<>();
                    try (ResultSet keys =
                            primary
                                    ? data.getPrimaryKeys(null, schema, table)
                                    : data.getImportedKeys(null, schema, table)) {
                        while (keys.next()) {
                            if (!primary) {
                                found.add(lower(keys.getString("PKTABLE_NAME")));
                            } else if (keys.getInt("KEY_SEQ") == 1) {
                                found.add(lower(keys.getString("COLUMN_NAME")));
                            }
                        }
                    }
                    return found;
                };
        return Objects.requireNonNull(jdbc.execute(ask), "keys");
    }

    private static String lower(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(lower).matches()) {
            throw new IllegalStateException("a table or column is called " + name);
        }
        return lower;
    }
}
