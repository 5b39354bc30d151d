package dev.selfsame.server.cli;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.calibration.ErrorCount;
import dev.selfsame.server.cli.eval.AgeErrors;
import dev.selfsame.server.cli.eval.AgeErrors.Band;
import dev.selfsame.server.cli.eval.AgeList;
import dev.selfsame.server.cli.eval.AgeList.Portrait;
import dev.selfsame.server.cli.eval.AgeTrial;
import dev.selfsame.server.cli.eval.PairFileException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Measures how far estimates of age are off. */
@Command(
        name = "eval-ages",
        description = "Measure how far estimates of age are off, over a list of pictures.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {
            "",
            "The list is text with tabs: a header path, age, then a line a picture; further"
                    + " columns",
            "are overlooked.",
            "",
            "Examples:",
            "  selfsame eval-ages --ages ages.tsv --root pictures",
            "  selfsame eval-ages --ages ages.tsv --threshold 21 --json"
        })
final class EvalAgesCommand implements Callable<Integer> {

    @Option(
            names = "--ages",
            required = true,
            paramLabel = "FILE",
            description = "The list of pictures and ages")
    private Path ages = Path.of("");

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Folder that paths in the list start from (default: the current one)")
    private Path root = Path.of("");

    @Option(
            names = "--threshold",
            paramLabel = "YEARS",
            description = "Whose side of this age is wrong is counted (default: 18)")
    private double threshold = 18;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many pictures are read at once (default: one for each core)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print one JSON object")
    private boolean json;

    @Mixin private final EngineOptions engineOptions = new EngineOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (threads < 1 || threads > 1024) {
            throw new ParameterException(
                    CommandSpecs.of(spec), "--threads: " + threads + " (expected: 1 to 1024)");
        }
        if (!(threshold >= 0 && threshold <= 130)) {
            throw new ParameterException(
                    CommandSpecs.of(spec), "--threshold: " + threshold + " (expected: 0 to 130)");
        }
        AgeErrors errors = measure();
        PrintWriter out = CommandSpecs.of(spec).getOut();
        if (json) {
            out.println(JsonLine.of(members(errors)));
        } else {
            print(errors, out);
        }
        out.flush();
        return ExitCodes.OK;
    }

    private AgeErrors measure() {
        try (Engine engine = engineOptions.open()) {
            List<Portrait> portraits = AgeList.read(ages, root);
            double[] estimates =
                    new AgeTrial(engine, threads)
                            .estimate(
                                    portraits,
                                    ProgressLine.of("pictures", CommandSpecs.of(spec).getErr()));
            return AgeErrors.of(portraits, estimates, threshold);
        } catch (PairFileException e) {
            throw new UnusableInputException(Objects.requireNonNull(e.getMessage(), "message"));
        }
    }

    private static void print(AgeErrors errors, PrintWriter out) {
        int failed = errors.pictures() - errors.all().count();
        out.printf(
                Locale.ROOT,
                "%,d pictures; no estimate for %,d of them%n%n",
                errors.pictures(),
                failed);
        out.println("true age      pictures   mean absolute error   95 % interval      bias");
        errors.bands().forEach(band -> print(name(band), band, out));
        print("all", errors.all(), out);
        out.println();
        print(
                "below %s, estimated at or above".formatted(years(errors)),
                errors.youngPassed(),
                out);
        print("%s or above, estimated below".formatted(years(errors)), errors.oldRefused(), out);
    }

    private static String years(AgeErrors errors) {
        return Double.toString(errors.threshold()).replaceAll("\\.0$", "");
    }

    private static void print(String name, Band band, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-12s %9d   %13.2f years   [%5.2f, %5.2f]   %+7.2f%n",
                name,
                band.count(),
                band.meanAbsolute(),
                Math.max(0, band.meanAbsolute() - band.halfInterval()),
                band.meanAbsolute() + band.halfInterval(),
                band.bias());
    }

    private static void print(String what, ErrorCount count, PrintWriter out) {
        if (count.trials() == 0) {
            out.printf(Locale.ROOT, "%-36s nobody on the list%n", what);
            return;
        }
        out.printf(
                Locale.ROOT,
                "%-36s %.1f %% (%d of %d) [%.1f, %.1f] %%%n",
                what,
                100 * count.rate(),
                count.errors(),
                count.trials(),
                100 * count.low95(),
                100 * count.high95());
    }

    private static String name(Band band) {
        return Double.isInfinite(band.to())
                ? "%.0f and more".formatted(band.from())
                : "%.0f to %.0f".formatted(band.from(), band.to() - 1);
    }

    private static Map<String, Object> members(AgeErrors errors) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("pictures", errors.pictures());
        members.put("withoutEstimate", errors.pictures() - errors.all().count());
        members.put("all", members(errors.all()));
        members.put("bands", errors.bands().stream().map(EvalAgesCommand::members).toList());
        members.put("threshold", errors.threshold());
        members.put("youngPassed", members(errors.youngPassed()));
        members.put("oldRefused", members(errors.oldRefused()));
        return members;
    }

    private static Map<String, Object> members(Band band) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("from", band.from());
        if (!Double.isInfinite(band.to())) {
            members.put("below", band.to());
        }
        members.put("pictures", band.count());
        members.put("meanAbsoluteError", band.meanAbsolute());
        members.put("halfInterval", band.halfInterval());
        members.put("bias", band.bias());
        return members;
    }

    private static Map<String, Object> members(ErrorCount count) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("errors", count.errors());
        members.put("trials", count.trials());
        return members;
    }
}
