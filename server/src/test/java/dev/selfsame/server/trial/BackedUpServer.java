package dev.selfsame.server.trial;

import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.Fingers;
import dev.selfsame.server.trial.BackupTrial.Copy;
import dev.selfsame.server.trial.BackupTrial.Restored;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Makes three backups of a server while 4 clients enrol, update and delete people, restores each
 * into an empty place, and says whether anything acknowledged before is missing or anything else is
 * broken. Arguments: {@code h2} or {@code postgresql}, seconds of changes, seed. Exit code 1 at any
 * violation.
 */
public final class BackedUpServer {

    private static final int BACKUPS = 3;
    private static final int CLIENTS = 4;

    private BackedUpServer() {}

    public static void main(String[] args) throws Exception {
        DatabaseKind kind = DatabaseKind.valueOf(args[0].toUpperCase(Locale.ROOT));
        long seconds = Long.parseLong(args[1]);
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        Album album =
                new Album(
                        LongStream.range(1, 11).mapToObj(Fingers::png).toList(),
                        List.of(Faces.anna(), Faces.berta()));
        Path folder = Files.createTempDirectory("selfsame-trial");
        int violations = 0;
        try (Databases databases = new Databases()) {
            BackupTrial trial =
                    new BackupTrial(
                            folder,
                            Databases.variables(databases.fresh(kind)),
                            album,
                            CLIENTS,
                            seed);
            trial.run(BACKUPS, 1, seconds * 1000 / (BACKUPS + 1));
            for (Copy copy : trial.copies()) {
                String name = copy.file().getFileName() + "-restored";
                Restored restored =
                        trial.restore(copy, name, Databases.variables(databases.fresh(kind)), true);
                System.out.printf(
                        Locale.ROOT,
                        "%s on %s, %,d bytes: %d people as acknowledged before, %d of them"
                                + " deleted or not there yet, %d changed meanwhile and whole,"
                                + " %d violations%n",
                        copy.file().getFileName(),
                        kind,
                        Files.size(copy.file()),
                        restored.certain(),
                        restored.absent(),
                        restored.during(),
                        restored.violations().size());
                restored.violations().forEach(System.out::println);
                violations += restored.violations().size();
            }
        }
        if (violations == 0) {
            Folders.delete(folder);
        } else {
            System.out.println("what is left: " + folder);
        }
        System.exit(violations == 0 ? 0 : 1);
    }
}
