package dev.selfsame.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.template.Template;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the API states the scores and rates that the engine gives the same pairs of pictures,
 * which is what {@code selfsame eval --one-face} counts.
 *
 * <p>Arguments: a list of pairs, the folder its paths start from, how many pairs (default 1000, the
 * same number from every part of the list).
 */
public final class ApiCalibration {

    private static final double[] THRESHOLDS = {2500, 3000, 3500, 4000};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Engine engine;
    private final ServerProcess server;
    private final Map<Path, Optional<Template>> templates = new HashMap<>();
    private final int[][] reached = new int[THRESHOLDS.length][2];
    private final int[] compared = new int[2];
    private int refusedByBoth;
    private int disagreed;
    private double worstScore;
    private double worstRate;

    private ApiCalibration(Engine engine, ServerProcess server) {
        this.engine = engine;
        this.server = server;
    }

    private record Pair(Path first, Path second, boolean genuine) {}

    public static void main(String[] args) throws Exception {
        List<Pair> all = pairs(Path.of(args[0]), Path.of(args[1]));
        int count = Math.min(all.size(), args.length > 2 ? Integer.parseInt(args[2]) : 1000);
        try (Engine engine = Engine.open(EngineConfig.DEFAULT);
                ServerProcess server = ServerProcess.start()) {
            ApiCalibration trial = new ApiCalibration(engine, server);
            for (int i = 0; i < count; i++) {
                trial.compare(all.get((int) ((long) i * all.size() / count)));
            }
            trial.report(count);
        }
    }

    private static List<Pair> pairs(Path list, Path root) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(list).subList(1, Files.readAllLines(list).size())) {
            String[] cells = line.split("\t", -1);
            pairs.add(
                    new Pair(root.resolve(cells[0]), root.resolve(cells[1]), cells[2].equals("1")));
        }
        return pairs;
    }

    private void compare(Pair pair) throws IOException, InterruptedException {
        Optional<Template> first = template(pair.first());
        Optional<Template> second = template(pair.second());
        HttpResponse<String> answer =
                new MatchClient(
                                server,
                                Files.readAllBytes(pair.first()),
                                Files.readAllBytes(pair.second()))
                        .send();
        boolean both = first.isPresent() && second.isPresent();
        if (!both || answer.statusCode() != 200) {
            boolean agree = !both && answer.statusCode() == 400;
            refusedByBoth += agree ? 1 : 0;
            disagreed += agree ? 0 : 1;
            return;
        }
        Fmr fmr = engine.compare(first.get(), second.get());
        JsonNode match = JSON.readTree(answer.body());
        double score = match.get("score").asDouble();
        double rate = match.get("falseAcceptanceRate").asDouble();
        worstScore = Math.max(worstScore, Math.abs(score - fmr.score()));
        worstRate = Math.max(worstRate, Math.abs(rate / fmr.percent() - 1));
        int kind = pair.genuine() ? 0 : 1;
        compared[kind]++;
        for (int i = 0; i < THRESHOLDS.length; i++) {
            reached[i][kind] += score >= THRESHOLDS[i] ? 1 : 0;
        }
    }

    private Optional<Template> template(Path picture) throws IOException {
        Optional<Template> known = templates.get(picture);
        if (known == null) {
            FaceOutcome outcome =
                    engine.readFace(Files.readAllBytes(picture), new FaceRequest(false, false));
            known =
                    outcome instanceof FaceOutcome.Found found
                            ? Optional.of(found.face().template())
                            : Optional.empty();
            templates.put(picture, known);
        }
        return known;
    }

    private void report(int count) {
        print(
                "%d pairs: %d compared by both, %d refused by both, %d by one alone",
                count, compared[0] + compared[1], refusedByBoth, disagreed);
        print(
                "largest difference of scores %.3g, of rates %.3g of the rate",
                worstScore, worstRate);
        for (int i = 0; i < THRESHOLDS.length; i++) {
            print(
                    "score %.0f: FNMR %.2f %% (%d/%d), FMR %.2f %% (%d/%d)",
                    THRESHOLDS[i],
                    100.0 * (compared[0] - reached[i][0]) / compared[0],
                    compared[0] - reached[i][0],
                    compared[0],
                    100.0 * reached[i][1] / compared[1],
                    reached[i][1],
                    compared[1]);
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
