package dev.selfsame.server.backup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the files within a backup are called. Only these names are read, and none is ever used as a
 * path: so nothing that an archive says can name a place outside of the data directory.
 */
final class EntryNames {

    static final String MASTER_KEY = "master-key";
    static final String MANIFEST = "manifest.json";

    /** Proves who wrote the manifest. */
    static final String STAMP = "manifest.stamp";

    private static final Pattern TABLE = Pattern.compile("tables/([a-z][a-z0-9_]{0,62})\\.jsonl");

    private EntryNames() {}

    static String ofTable(String table) {
        return "tables/" + table + ".jsonl";
    }

    static boolean isTable(String name) {
        return TABLE.matcher(name).matches();
    }

    /** The table whose rows a file holds. */
    static String table(String name) {
        Matcher table = TABLE.matcher(name);
        if (!table.matches()) {
            throw new IllegalArgumentException("name: no file of a table");
        }
        return table.group(1);
    }

    static boolean isKnown(String name) {
        return name.equals(MASTER_KEY)
                || name.equals(MANIFEST)
                || name.equals(STAMP)
                || isTable(name);
    }
}
