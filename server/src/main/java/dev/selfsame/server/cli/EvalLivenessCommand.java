package dev.selfsame.server.cli;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.calibration.ErrorCount;
import dev.selfsame.engine.liveness.LivenessMode;
import dev.selfsame.engine.liveness.LivenessVerdict;
import dev.selfsame.engine.liveness.SecurityLevel;
import dev.selfsame.server.cli.eval.LivenessErrors;
import dev.selfsame.server.cli.eval.LivenessErrors.Group;
import dev.selfsame.server.cli.eval.LivenessTrial;
import dev.selfsame.server.cli.eval.PairFileException;
import dev.selfsame.server.cli.eval.Presentation;
import dev.selfsame.server.cli.eval.PresentationList;

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

/** Measures how many attacks pass for people, and how many people for attacks. */
@Command(
        name = "eval-liveness",
        description = "Measure APCER and BPCER (ISO/IEC 30107-3) over a list of presentations.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {
            "",
            "The list is text with tabs: a header path, label, then a line a picture, or a",
            "folder of frames taken 8 a second. The label is live or names a kind of attack.",
            "Pictures whose further columns are the same are one series; --frames says how",
            "many of it are judged together.",
            "",
            "Examples:",
            "  selfsame eval-liveness --list pad.tsv --root pictures",
            "  selfsame eval-liveness --list pad.tsv --root pictures --frames 5 --json"
        })
final class EvalLivenessCommand implements Callable<Integer> {

    @Option(
            names = "--list",
            required = true,
            paramLabel = "FILE",
            description = "The list of presentations")
    private Path list = Path.of("");

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Folder that paths in the list start from (default: the current one)")
    private Path root = Path.of("");

    @Option(
            names = "--frames",
            paramLabel = "N",
            description = "How many pictures of a series are one presentation (default: 1)")
    private int frames = 1;

    @Option(
            names = "--capture",
            paramLabel = "MODE",
            description =
                    "How folders of frames are gone through: PASSIVE or PASSIVE_VIDEO (default:"
                            + " PASSIVE)")
    private LivenessMode capture = LivenessMode.PASSIVE;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many presentations are judged at once (default: one a core)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print one JSON object")
    private boolean json;

    @Mixin private final EngineOptions engineOptions = new EngineOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        check(threads >= 1 && threads <= 1024, "--threads: " + threads + " (expected: 1 to 1024)");
        check(frames >= 1 && frames <= 64, "--frames: " + frames + " (expected: 1 to 64)");
        check(
                capture != LivenessMode.ACTIVE,
                "--capture: ACTIVE (expected: PASSIVE or PASSIVE_VIDEO)");
        LivenessErrors errors = measure();
        PrintWriter out = CommandSpecs.of(spec).getOut();
        if (json) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("groups", errors.groups().stream().map(this::members).toList());
            out.println(JsonLine.of(members));
        } else {
            errors.groups().forEach(group -> print(group, out));
        }
        out.flush();
        return ExitCodes.OK;
    }

    private void check(boolean fits, String message) {
        if (!fits) {
            throw new ParameterException(CommandSpecs.of(spec), message);
        }
    }

    private LivenessErrors measure() {
        try (Engine engine = engineOptions.open()) {
            List<Presentation> presentations = PresentationList.read(list, root, frames);
            LivenessTrial trial = new LivenessTrial(engine, capture, threads);
            List<LivenessVerdict> verdicts =
                    trial.judge(
                            presentations,
                            ProgressLine.of("presentations", CommandSpecs.of(spec).getErr()));
            return LivenessErrors.of(presentations, verdicts, trial::threshold);
        } catch (PairFileException e) {
            throw new UnusableInputException(Objects.requireNonNull(e.getMessage(), "message"));
        }
    }

    private void print(Group group, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: %d presentations, no decision for %d%n",
                group.label(),
                group.nonResponses().trials(),
                group.nonResponses().errors());
        for (SecurityLevel level : SecurityLevel.values()) {
            ErrorCount wrong = wrong(group, level);
            if (wrong.trials() > 0) {
                out.printf(
                        Locale.ROOT,
                        "  %-6s  %s %5.1f %% (%d of %d) [%.1f, %.1f] %%%n",
                        level,
                        group.live() ? "BPCER" : "APCER",
                        100 * wrong.rate(),
                        wrong.errors(),
                        wrong.trials(),
                        100 * wrong.low95(),
                        100 * wrong.high95());
            }
        }
    }

    private static ErrorCount wrong(Group group, SecurityLevel level) {
        return Objects.requireNonNull(group.wrong().get(level), "level");
    }

    private Map<String, Object> members(Group group) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("label", group.label());
        members.put("presentations", group.nonResponses().trials());
        members.put("withoutDecision", group.nonResponses().errors());
        for (SecurityLevel level : SecurityLevel.values()) {
            ErrorCount wrong = wrong(group, level);
            Map<String, Object> counts = new LinkedHashMap<>();
            counts.put("errors", wrong.errors());
            counts.put("trials", wrong.trials());
            members.put((group.live() ? "bpcer" : "apcer") + level, counts);
        }
        return members;
    }
}
