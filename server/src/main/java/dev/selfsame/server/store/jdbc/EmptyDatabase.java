package dev.selfsame.server.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;

import dev.selfsame.server.backup.TableTarget;
import dev.selfsame.server.backup.UnusableBackupException;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A database without any table, to be filled from a backup. The embedded one has another name until
 * {@link #commit}: one that was not filled to its end is never taken for a server's.
 */
public final class EmptyDatabase implements TableTarget, AutoCloseable {

    private static final String DRAFT = "-restoring";
    private static final String FILE = ".mv.db";

    private final HikariDataSource source;
    private final JdbcTemplate jdbc;
    private final @Nullable Path embeddedFile;

    private EmptyDatabase(HikariDataSource source, @Nullable Path embeddedFile) {
        this.source = source;
        this.embeddedFile = embeddedFile;
        jdbc = new JdbcTemplate(source);
    }

    /**
     * Opens the database that the options name.
     *
     * @param embeddedFile what the files of the embedded one are to begin with; none may be there
     * @throws UnusableDatabaseException if it cannot be opened, or holds anything
     */
    public static EmptyDatabase open(DatabaseOptions options, Path embeddedFile) {
        Path draft = draft(embeddedFile);
        String name = options.place(embeddedFile);
        if (options.embedded() && (Files.exists(file(embeddedFile)) || Files.exists(file(draft)))) {
            throw new UnusableDatabaseException(name, "there is one already");
        }
        HikariDataSource source = null;
        boolean opened = false;
        try {
            source = new HikariDataSource(Pool.of(options, draft));
            if (!new TableShapes(new JdbcTemplate(source)).isEmpty()) {
                throw new UnusableDatabaseException(
                        name, "it is not empty; restore into a database without any table");
            }
            opened = true;
            return new EmptyDatabase(source, options.embedded() ? embeddedFile : null);
        } catch (UnusableDatabaseException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnusableDatabaseException(name, e);
        } finally {
            if (source != null && !opened) {
                source.close();
            }
        }
    }

    @Override
    public void fill(String schema, Filling filling) throws IOException {
        if (!Migrations.versions(source).contains(schema)) {
            throw new UnusableBackupException(
                    "its database has the schema "
                            + schema
                            + ", which this version does not know; use the version of Selfsame"
                            + " that made it, or a later one");
        }
        Migrations.upTo(source, schema).migrate();
        List<TableShape> shapes = new TableShapes(jdbc).parentsFirst();
        try {
            new TransactionTemplate(new JdbcTransactionManager(source))
                    .executeWithoutResult(_ -> fill(shapes, filling));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        countOn(shapes);
        Migrations.all(source).migrate();
    }

    private void fill(List<TableShape> shapes, Filling filling) {
        // why: migrations put rows of their own there
        shapes.reversed().forEach(shape -> jdbc.update("delete from " + shape.name()));
        try {
            filling.fill(new Shapes(jdbc, shapes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows to come get numbers behind those that are there. */
    private void countOn(List<TableShape> shapes) {
        for (TableShape shape : shapes) {
            for (TableShape.Column column : shape.columns()) {
                if (column.isCounted()) {
                    Long next =
                            jdbc.queryForObject(
                                    "select coalesce(max(%s), 0) + 1 from %s"
                                            .formatted(column.name(), shape.name()),
                                    Long.class);
                    jdbc.execute(
                            "alter table %s alter column %s restart with %d"
                                    .formatted(shape.name(), column.name(), next));
                }
            }
        }
    }

    /**
     * Closes it and gives it its name.
     *
     * @throws IOException if the file cannot be moved
     */
    public void commit() throws IOException {
        source.close();
        if (embeddedFile != null) {
            Files.move(
                    file(draft(embeddedFile)), file(embeddedFile), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Closes it; an embedded one that was not committed is deleted. */
    @Override
    public void close() throws IOException {
        source.close();
        if (embeddedFile != null) {
            Path draft = draft(embeddedFile);
            Files.deleteIfExists(file(draft));
            // why: what H2 notes of failures
            Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".trace.db"));
        }
    }

    private static Path draft(Path embeddedFile) {
        return embeddedFile.resolveSibling(embeddedFile.getFileName() + DRAFT);
    }

    private static Path file(Path embedded) {
        return embedded.resolveSibling(embedded.getFileName() + FILE);
    }

    /** The tables by name. */
    private static final class Shapes implements EmptyTables {

        private final JdbcTemplate jdbc;
        private final Map<String, TableShape> shapes = new LinkedHashMap<>();

        Shapes(JdbcTemplate jdbc, List<TableShape> shapes) {
            this.jdbc = jdbc;
            shapes.forEach(shape -> this.shapes.put(shape.name(), shape));
        }

        @Override
        public List<String> names() {
            return List.copyOf(shapes.keySet());
        }

        @Override
        public RowWriter writer(String table, List<String> columns) throws UnusableBackupException {
            TableShape shape = shapes.get(table);
            if (shape == null) {
                throw new UnusableBackupException("it holds a table that its schema has not");
            }
            // why as sets: what somebody else named never gets into a statement
            if (!new HashSet<>(columns).equals(new HashSet<>(shape.columnNames()))
                    || columns.size() != shape.columns().size()) {
                throw new UnusableBackupException("the columns of " + table + " are others");
            }
            List<TableShape.Column> ordered = new ArrayList<>();
            columns.forEach(column -> ordered.add(shape.column(column)));
            return new RowBatch(jdbc, table, ordered);
        }
    }
}
