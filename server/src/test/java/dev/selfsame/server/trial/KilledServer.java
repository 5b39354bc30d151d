package dev.selfsame.server.trial;

import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.Fingers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Kills a server again and again while 8 clients enrol, update and delete people, and says whether
 * anything acknowledged was lost or anything else was left half done. Arguments: {@code h2} or
 * {@code postgresql}, calls, kills, seed, then files of at least four different fingers, else drawn
 * ones are used. Exit code 1 at any violation.
 */
public final class KilledServer {

    private static final int CLIENTS = 8;

    private KilledServer() {}

    public static void main(String[] args) throws Exception {
        DatabaseKind kind = DatabaseKind.valueOf(args[0].toUpperCase(Locale.ROOT));
        KillTrial trial =
                new KillTrial(
                        Integer.parseInt(args[1]),
                        Integer.parseInt(args[2]),
                        CLIENTS,
                        Long.parseLong(args[3]));
        Path folder = Files.createTempDirectory("selfsame-trial");
        boolean clean;
        try (Databases databases = new Databases();
                MortalServer server =
                        new MortalServer(folder, Databases.variables(databases.fresh(kind)))) {
            long start = System.nanoTime();
            Tally tally = trial.run(server, new Album(fingers(args), faces()));
            System.out.printf(
                    Locale.ROOT,
                    "%s on %s: %s in %.0f s%n",
                    trial,
                    kind,
                    tally,
                    (System.nanoTime() - start) / 1e9);
            System.out.println(tally.violations().size() + " violations");
            tally.violations().forEach(System.out::println);
            clean = tally.violations().isEmpty();
        }
        if (clean) {
            Folders.delete(folder);
        } else {
            System.out.println("what is left: " + folder);
        }
        System.exit(clean ? 0 : 1);
    }

    private static List<byte[]> fingers(String[] args) throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (int i = 4; i < args.length; i++) {
            files.add(Files.readAllBytes(Path.of(args[i])));
        }
        return files.isEmpty() ? LongStream.range(1, 11).mapToObj(Fingers::png).toList() : files;
    }

    private static List<byte[]> faces() {
        return List.of(Faces.anna(), Faces.berta());
    }
}
