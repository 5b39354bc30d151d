package dev.selfsame.server.backup;

import java.io.IOException;
import java.util.List;

/** A database that is backed up while others change it. */
public interface TableSource {

    /** Shows all tables as they were at one moment, however long the reading takes. */
    void read(Reading reading) throws IOException;

    /** What is done with them. */
    @FunctionalInterface
    interface Reading {

        void read(Tables tables) throws IOException;
    }

    /** The tables as they were at one moment. */
    interface Tables {

        /** Number of the last migration. */
        String schema();

        /** All of them, each behind those that it refers to. */
        List<String> names();

        List<String> columns(String table);

        void forEachRow(String table, RowSink sink) throws IOException;
    }
}
