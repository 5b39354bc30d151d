package dev.selfsame.server.cli;

import dev.selfsame.engine.Engine;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Compares two pictures. */
@Command(
        name = "match",
        description = "Compare the faces or fingerprints of two pictures.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {
            "",
            "The score has 500 points for each power of ten of the false match rate: of 10,000",
            "pairs of different people one looks as alike as score 3500, of 100,000 one as 4000.",
            "",
            "Exit codes: 0 same, 1 different, 2 wrong usage, 3 a picture is not usable,",
            "            4 a program fault",
            "",
            "Examples:",
            "  selfsame match passport.jpg selfie.jpg",
            "  selfsame match --threshold 4000 --json A.jpg B.jpg",
            "  selfsame match --finger one.wsq other.wsq"
        })
final class MatchCommand implements Callable<Integer> {

    private static final double USUAL = 3500;
    private static final double STRICT = 4000;
    private static final double MOST = 10000;

    @Parameters(index = "0", paramLabel = "A", description = "Picture file")
    private Path reference = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "Picture file")
    private Path candidate = Path.of("");

    @Option(
            names = "--threshold",
            paramLabel = "SCORE",
            description = "Score from which on they are the same (default: 3500)")
    private double threshold = USUAL;

    @Mixin private final ModalityOptions modality = new ModalityOptions();

    @Mixin private final EngineOptions engineOptions = new EngineOptions();

    @Option(names = "--json", description = "Print one JSON object")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        check(Objects.requireNonNull(spec, "spec"));
        Comparison comparison = compare(PictureFile.read(reference), PictureFile.read(candidate));
        boolean same = comparison.fmr().score() >= threshold;
        PrintWriter out = CommandSpecs.of(spec).getOut();
        if (json) {
            out.println(JsonLine.of(members(comparison, same)));
        } else {
            print(comparison, same, out);
        }
        out.flush();
        return same ? ExitCodes.OK : ExitCodes.DIFFERENT;
    }

    private void check(CommandSpec spec) {
        modality.check(spec);
        engineOptions.check(spec, modality);
        if (!(threshold >= 0 && threshold <= MOST)) {
            throw new ParameterException(
                    spec.commandLine(), "--threshold: " + threshold + " (expected: 0 to 10000)");
        }
    }

    private Comparison compare(PictureFile first, PictureFile second) {
        if (modality.finger()) {
            return Comparison.ofFingers(modality.fingerRequest(), first, second);
        }
        try (Engine engine = engineOptions.open()) {
            return Comparison.ofFaces(engine, modality.faceRequest(true), first, second);
        }
    }

    private void print(Comparison comparison, boolean same, PrintWriter out) {
        double score = comparison.fmr().score();
        out.printf(
                Locale.ROOT,
                "%s (score %.0f, threshold %.0f)%n",
                same ? "SAME" : "DIFFERENT",
                score,
                threshold);
        out.printf(
                Locale.ROOT,
                "false match rate  %s: so often do two different ones look at least this alike%n",
                Odds.of(comparison.fmr().value()));
        out.printf(
                Locale.ROOT,
                "usual 3500 %s, strict 4000 %s%n",
                score >= USUAL ? "reached" : "not reached",
                score >= STRICT ? "reached" : "not reached");
        out.printf(
                Locale.ROOT,
                "%-16s  %s %d, %s %d%n",
                comparison.measure(),
                reference,
                comparison.first(),
                candidate,
                comparison.second());
        advise(reference, comparison.first(), out);
        advise(candidate, comparison.second(), out);
    }

    private void advise(Path picture, int quality, PrintWriter out) {
        if (!modality.finger() && quality < 0) {
            out.println(
                    "better ask for another picture than "
                            + picture
                            + ", or try --rotate: a negative quality is too poor to rely on");
        }
    }

    private Map<String, Object> members(Comparison comparison, boolean same) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("same", same);
        members.put("score", comparison.fmr().score());
        members.put("threshold", threshold);
        members.put("fmr", comparison.fmr().value());
        members.put("falseAcceptanceRate", comparison.fmr().percent());
        members.put("odds", Odds.of(comparison.fmr().value()));
        members.put("reference", side(reference, comparison.measure(), comparison.first()));
        members.put("candidate", side(candidate, comparison.measure(), comparison.second()));
        return members;
    }

    private static Map<String, Object> side(Path file, String measure, int value) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("file", file.toString());
        members.put(measure, value);
        return members;
    }
}
