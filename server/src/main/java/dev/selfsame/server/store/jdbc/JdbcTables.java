package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.backup.RowSink;
import dev.selfsame.server.backup.TableSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

/** Reads all tables in one transaction, which sees the database as it was when it began. */
final class JdbcTables implements TableSource {

    private final DataSource source;

    JdbcTables(DataSource source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    @Override
    public void read(Reading reading) throws IOException {
        TransactionTemplate transaction =
                new TransactionTemplate(new JdbcTransactionManager(source));
        // why this level: with it both databases show one moment and make no writer wait; only
        // PostgreSQL's lower one would do as well, H2's shows each table as of its first reading
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        transaction.setReadOnly(true);
        try {
            transaction.executeWithoutResult(_ -> readAll(reading));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void readAll(Reading reading) {
        try {
            JdbcTemplate jdbc = new JdbcTemplate(source);
            // why: without it the driver of PostgreSQL takes all rows of a statement at once
            jdbc.setFetchSize(Moment.ROWS);
            reading.read(new Moment(jdbc));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tables, read page by page. */
    private static final class Moment implements Tables {

        private static final int ROWS = 500;

        private final JdbcTemplate jdbc;
        private final String schema;
        private final Map<String, TableShape> shapes = new LinkedHashMap<>();

        Moment(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
            // why first: the moment is that of the first statement on a table
            schema =
                    Objects.requireNonNull(
                            jdbc.queryForObject(
                                    """
                                    select "version" from "flyway_schema_history"
                                    where "success" and "version" is not null
                                    order by "installed_rank" desc fetch first 1 rows only
                                    """,
                                    String.class));
            new TableShapes(jdbc).parentsFirst().forEach(shape -> shapes.put(shape.name(), shape));
        }

        @Override
        public String schema() {
            return schema;
        }

        @Override
        public List<String> names() {
            return List.copyOf(shapes.keySet());
        }

        @Override
        public List<String> columns(String table) {
            return shape(table).columnNames();
        }

        @Override
        public void forEachRow(String table, RowSink sink) throws IOException {
            TableShape shape = shape(table);
            // why with ties: the first column of a key may have many rows, and a page ends behind
            // all of them
            String columns = String.join(", ", shape.columnNames());
            String order = " order by " + shape.key() + " fetch first " + ROWS + " rows with ties";
            String from = "select " + columns + " from " + table;
            Page page = new Page(shape, sink);
            jdbc.query(from + order, page);
            while (page.rows >= ROWS) {
                page.rows = 0;
                String after = " where " + shape.key() + " > ?";
                jdbc.query(from + after + order, page, page.lastKey);
            }
        }

        private TableShape shape(String table) {
            return Objects.requireNonNull(shapes.get(table), "table");
        }
    }

    /** Hands rows on and remembers where they end. */
    private static final class Page implements RowCallbackHandler {

        private final TableShape shape;
        private final RowSink sink;
        private int rows;
        private @Nullable Object lastKey;

        Page(TableShape shape, RowSink sink) {
            this.shape = shape;
            this.sink = sink;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            List<@Nullable String> values = new ArrayList<>();
            for (TableShape.Column column : shape.columns()) {
                values.add(column.kind().read(row, values.size() + 1));
            }
            rows++;
            lastKey = row.getObject(shape.key());
            try {
                sink.write(values);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
