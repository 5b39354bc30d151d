package dev.selfsame.server.trial;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RedisProcess;
import dev.selfsame.server.testing.StandaloneServer;
import dev.selfsame.server.trial.RedisTrial.Findings;
import dev.selfsame.server.trial.Replies.Kind;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Kills a Redis (one that writes every change to its file at once) while many clients have pictures
 * compared and 8 more use sessions, starts it again after 4 s, and says what was answered, when
 * sessions were served again, and whether anything acknowledged was lost. Arguments: clients,
 * seconds in all, kills. Exit code 1 at any violation.
 */
public final class OverloadedRedis {

    private static final int VISITORS = 8;
    private static final Duration AWAY = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private OverloadedRedis() {}

    public static void main(String[] args) throws Exception {
        int kills = Integer.parseInt(args[2]);
        Duration all = Duration.ofSeconds(Integer.parseInt(args[1]));
        RedisTrial trial =
                new RedisTrial(
                        Integer.parseInt(args[0]),
                        VISITORS,
                        kills,
                        all.minus(AWAY.multipliedBy(kills)).dividedBy(kills + 1L),
                        AWAY,
                        PATIENCE);
        Path folder = Files.createTempDirectory("selfsame-trial");
        boolean clean;
        try (RedisProcess redis =
                        RedisProcess.start(
                                "appendonly yes", "appendfsync always", "dir " + folder);
                StandaloneServer server =
                        StandaloneServer.start(
                                folder,
                                folder.resolve("data"),
                                Map.of("SELFSAME_BIOSESSION_REDISURL", redis.url()));
                SessionApi api = new SessionApi(server.address(), server.apiKey())) {
            Findings findings = trial.run(api, redis, Faces.anna(), Faces.annaAgain());
            report(trial, findings);
            clean = findings.replies().violations().isEmpty();
        }
        if (clean) {
            Folders.delete(folder);
        } else {
            System.out.println("what is left: " + folder);
        }
        System.exit(clean ? 0 : 1);
    }

    private static void report(RedisTrial trial, Findings findings) {
        print("%s", trial);
        for (Kind kind : Kind.values()) {
            print(
                    "%s: %s, while Redis was away %s",
                    kind,
                    findings.replies().summary(kind, false),
                    findings.replies().summary(kind, true));
        }
        print(
                "sessions served again after %s",
                findings.resumedSeconds().stream()
                        .map(seconds -> String.format(Locale.ROOT, "%.2f s", seconds))
                        .collect(Collectors.joining(", ")));
        print(
                "acknowledged: %d sessions, %d of them deleted; %d faces found; in doubt: %d",
                findings.sessions(), findings.deleted(), findings.faces(), findings.doubts());
        print("%d violations", findings.replies().violations().size());
        findings.replies().violations().forEach(System.out::println);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
