package dev.selfsame.server.cli.doctor;

import dev.selfsame.server.Settings;
import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.store.jdbc.DatabaseProbe;
import dev.selfsame.server.store.jdbc.DatabaseState;
import dev.selfsame.server.store.jdbc.UnusableDatabaseException;
import dev.selfsame.server.vault.BrokenSealException;
import dev.selfsame.server.vault.MasterKeyCheck;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.UnusableMasterKeyException;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The database, and the master key that opens what is sealed in it. */
final class StoreExam {

    private static final String DATABASE = "database";
    private static final String KEY = "master key";
    private static final int OLDEST_POSTGRESQL = 14;

    private final Settings settings;
    private final DataDirectory data;
    private final ClockExam time;

    StoreExam(Settings settings, DataDirectory data, ClockExam time) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.data = Objects.requireNonNull(data, "data");
        this.time = Objects.requireNonNull(time, "time");
    }

    List<Finding> examine() {
        if (!DatabaseProbe.isThere(settings.database(), data.database())) {
            return List.of(
                    Finding.ok(DATABASE, "the embedded one will be made at the first start"),
                    beforeTheFirstStart());
        }
        try (DatabaseProbe probe = DatabaseProbe.open(settings.database(), data.database())) {
            DatabaseState state = probe.look();
            time.compare("the database", state.now());
            List<Finding> findings = new ArrayList<>(List.of(schema(state)));
            if (!settings.database().embedded() && state.major() < OLDEST_POSTGRESQL) {
                findings.add(
                        Finding.warning(
                                DATABASE,
                                state.product() + " is no longer kept by its makers",
                                "update PostgreSQL; 18 is the one that is tested"));
            }
            if (state.isCurrent()) {
                findings.add(masterKey(probe));
            }
            return findings;
        } catch (UnusableDatabaseException e) {
            return List.of(
                    Finding.failed(
                            DATABASE,
                            String.valueOf(e.getMessage()),
                            "see that it runs and lets this machine in, and look at"
                                    + " selfsame.database.*"));
        }
    }

    private static Finding schema(DatabaseState state) {
        String version = state.schema() == null ? "none yet" : state.schema();
        String found = state.product() + ", schema " + version;
        if (!state.unknown().isEmpty()) {
            return Finding.failed(
                    DATABASE,
                    found + ", brought by a newer Selfsame",
                    "use that version, or restore a backup of before the upgrade");
        }
        if (!state.failed().isEmpty()) {
            return Finding.failed(
                    DATABASE,
                    found + ", and the change to " + state.failed() + " was not ended",
                    "restore the backup of before the upgrade, and upgrade again");
        }
        if (state.schema() != null && !state.pending().isEmpty()) {
            return Finding.warning(
                    DATABASE,
                    found + "; the next start brings it to " + state.pending().getLast(),
                    "make a backup first (docs/operations.md#upgrading)");
        }
        return Finding.ok(DATABASE, found);
    }

    private Finding beforeTheFirstStart() {
        try {
            MasterKeyCheck check = new MasterKeyCheck(masters());
            return Finding.ok(
                    KEY,
                    check.isThere()
                            ? "there: " + check.ids().getFirst()
                            : "will be made at the first start");
        } catch (UnusableMasterKeyException e) {
            return unusable(e);
        }
    }

    private Finding masterKey(DatabaseProbe probe) {
        try {
            MasterKeySource masters = masters();
            MasterKeyCheck check = new MasterKeyCheck(masters);
            List<String> needed = List.copyOf(probe.tenantKeys().masterIds());
            if (!check.isThere() && needed.isEmpty()) {
                return Finding.ok(KEY, "will be made at the next start");
            }
            List<String> missing = check.missing(probe.tenantKeys());
            if (!missing.isEmpty()) {
                return Finding.failed(
                        KEY,
                        masters.name() + " does not have " + missing + ", which the database needs",
                        "put back the key that was there before, from its backup: without it"
                                + " nobody who is enrolled can be verified");
            }
            int opened = check.open(probe.tenantKeys(), probe.serverKeys(), Clock.systemUTC());
            return Finding.ok(KEY, "opens what it has to; keys tried: " + opened);
        } catch (UnusableMasterKeyException e) {
            return unusable(e);
        } catch (BrokenSealException e) {
            return Finding.failed(
                    KEY,
                    "something that it sealed does not open: " + e.getMessage(),
                    "the database was altered or damaged; restore a backup");
        } catch (Problem e) {
            return Finding.failed(
                    KEY, "the database does not answer any more", "look at the database");
        }
    }

    private static Finding unusable(UnusableMasterKeyException failure) {
        return Finding.failed(
                KEY,
                String.valueOf(failure.getMessage()),
                "put the key back from its backup, readable for the server's user");
    }

    private MasterKeySource masters() {
        return MasterKeySource.of(settings.vault(), data.masterKey());
    }
}
