package dev.selfsame.server.backup;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A database with nothing in it. */
public interface TableTarget {

    /**
     * Makes the tables as the migration of this number left them, lets them be filled, all or
     * nothing, and then brings them to the present schema.
     *
     * @throws UnusableBackupException if this program does not know that schema, or rows do not fit
     */
    void fill(String schema, Filling filling) throws IOException;

    /** What fills them. */
    @FunctionalInterface
    interface Filling {

        void fill(EmptyTables tables) throws IOException;
    }

    /** Tables without any row. */
    interface EmptyTables {

        List<String> names();

        /**
         * A writer of rows to one of the tables.
         *
         * @throws UnusableBackupException if there is no such table, or its columns are others
         */
        RowWriter writer(String table, List<String> columns) throws IOException;
    }

    /** Writes rows; all of them are there when it was closed. */
    interface RowWriter extends RowSink, Closeable {}
}
