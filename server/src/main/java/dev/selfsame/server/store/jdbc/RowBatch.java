package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.backup.TableTarget;
import dev.selfsame.server.backup.UnusableBackupException;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows on their way to a table, sent some hundred at a time. */
final class RowBatch implements TableTarget.RowWriter {

    private static final int ROWS = 500;

    /** So that rows with large values do not fill the memory. */
    private static final int CHARACTERS = 4_000_000;

    private final JdbcTemplate jdbc;
    private final String table;
    private final List<TableShape.Column> columns;
    private final String sql;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private int characters;

    /** A batch; table and columns are the database's own names. */
    RowBatch(JdbcTemplate jdbc, String table, List<TableShape.Column> columns) {
        this.jdbc = jdbc;
        this.table = table;
        this.columns = List.copyOf(columns);
        String names = String.join(", ", columns.stream().map(TableShape.Column::name).toList());
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        // why overriding: numbers that the database gave are kept
        sql =
                "insert into "
                        + table
                        + " ("
                        + names
                        + ") overriding system value values ("
                        + marks
                        + ")";
    }

    @Override
    public void write(List<@Nullable String> values) throws IOException {
        @Nullable Object[] row = new @Nullable Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            String text = values.get(i);
            row[i] = text == null ? null : parsed(columns.get(i), text);
            characters += text == null ? 0 : text.length();
        }
        rows.add(row);
        if (rows.size() == ROWS || characters > CHARACTERS) {
            send();
        }
    }

    private Object parsed(TableShape.Column column, String text) throws UnusableBackupException {
        try {
            return column.kind().parse(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            // why without the cause: its message quotes the value
            throw new UnusableBackupException(
                    "a value of " + table + "." + column.name() + " is none");
        }
    }

    private void send() throws UnusableBackupException {
        if (rows.isEmpty()) {
            return;
        }
        try {
            jdbc.batchUpdate(sql, rows);
        } catch (DataIntegrityViolationException e) {
            throw new UnusableBackupException("rows of " + table + " do not fit", e);
        }
        rows.clear();
        characters = 0;
    }

    @Override
    public void close() throws IOException {
        send();
    }
}
