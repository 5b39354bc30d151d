package dev.selfsame.server.cli;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.finger.FingerMatcher;
import dev.selfsame.engine.finger.FingerReader;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.server.cli.eval.Evaluation;
import dev.selfsame.server.cli.eval.EvaluationFiles;
import dev.selfsame.server.cli.eval.EvaluationJson;
import dev.selfsame.server.cli.eval.EvaluationText;
import dev.selfsame.server.cli.eval.FaceModality;
import dev.selfsame.server.cli.eval.FingerModality;
import dev.selfsame.server.cli.eval.Modality;
import dev.selfsame.server.cli.eval.NothingComparedException;
import dev.selfsame.server.cli.eval.PairFile;
import dev.selfsame.server.cli.eval.PairFileException;
import dev.selfsame.server.cli.eval.PairList;
import dev.selfsame.server.cli.eval.Reading;
import dev.selfsame.server.cli.eval.Trial;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Measures error rates over a list of labelled pairs. */
@Command(
        name = "eval",
        description = "Measure FMR, FNMR and the equal error rate over a list of labelled pairs.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {
            "",
            "The list is text with tabs: a header path1, path2, label, then a line a pair with",
            "label 1 for the same person or finger and 0 for different ones. The report is printed",
            "and put into the folder of --out with the DET curve (det.png, det.csv) and the"
                    + " pictures",
            "that could not be used (failures.tsv).",
            "",
            "Examples:",
            "  selfsame eval --pairs pairs.tsv --root pictures",
            "  selfsame eval --pairs pairs.tsv --json",
            "  selfsame eval --finger --dpi 569 --pairs prints.tsv --out report"
        })
final class EvalCommand implements Callable<Integer> {

    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "FILE",
            description = "The list of pairs")
    private Path pairs = Path.of("");

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Folder that paths in the list start from (default: the current one)")
    private Path root = Path.of("");

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many pictures are read at once (default: one for each core)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder for the report's files (default: eval-DATE-TIME here; none with"
                            + " --json)")
    private @Nullable Path out;

    @Option(
            names = "--one-face",
            description =
                    "A second face of similar size makes a picture unusable, as it does for match"
                            + " and the API (default: the most prominent face is meant)")
    private boolean oneFace;

    @Mixin private final ModalityOptions modalityOptions = new ModalityOptions();

    @Mixin private final EngineOptions engineOptions = new EngineOptions();

    @Option(names = "--json", description = "Print one JSON object")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        check(Objects.requireNonNull(spec, "spec"));
        Evaluation evaluation = evaluate();
        PrintWriter printer = CommandSpecs.of(spec).getOut();
        Path folder = folder();
        if (json) {
            Map<String, Object> members = EvaluationJson.members(evaluation);
            if (folder != null) {
                members.put("files", folder.toString());
            }
            printer.println(JsonLine.of(members));
        } else {
            printer.print(EvaluationText.of(evaluation));
        }
        printer.flush();
        if (folder != null) {
            write(evaluation, folder);
        }
        return ExitCodes.OK;
    }

    private void check(CommandSpec spec) {
        modalityOptions.check(spec);
        engineOptions.check(spec, modalityOptions);
        if (oneFace && modalityOptions.finger()) {
            throw new ParameterException(spec.commandLine(), "--one-face is for faces");
        }
        if (threads < 1 || threads > 1024) {
            throw new ParameterException(
                    spec.commandLine(), "--threads: " + threads + " (expected: 1 to 1024)");
        }
    }

    private Evaluation evaluate() {
        try {
            PairList list = PairFile.read(pairs, root);
            if (modalityOptions.finger()) {
                return evaluate(
                        list,
                        new FingerModality(
                                new FingerReader(ImageLimits.DEFAULT),
                                new FingerMatcher(),
                                modalityOptions.fingerRequest()));
            }
            try (Engine engine = engineOptions.open()) {
                return evaluate(
                        list, new FaceModality(engine, modalityOptions.faceRequest(oneFace)));
            }
        } catch (PairFileException | NothingComparedException e) {
            throw new UnusableInputException(Objects.requireNonNull(e.getMessage(), "message"));
        }
    }

    private Evaluation evaluate(PairList list, Modality modality) throws NothingComparedException {
        Trial trial = new Trial(modality, threads);
        Reading[] readings = trial.read(list, progress("pictures"));
        double[] scores = trial.compare(list, readings, progress("pairs"));
        return Evaluation.of(modality.name(), list, readings, scores);
    }

    private ProgressLine progress(String label) {
        return ProgressLine.of(label, CommandSpecs.of(spec).getErr());
    }

    private @Nullable Path folder() {
        if (out != null || json) {
            return out;
        }
        DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
        return Path.of(
                "eval-" + LocalDateTime.now(Clock.system(ZoneId.systemDefault())).format(format));
    }

    private void write(Evaluation evaluation, Path folder) {
        PrintWriter err = CommandSpecs.of(spec).getErr();
        EvaluationFiles files = new EvaluationFiles(folder);
        try {
            files.write(evaluation);
        } catch (IOException e) {
            throw new UnusableInputException(
                    "the report cannot be written to " + folder + ": " + e.getMessage());
        }
        try {
            files.draw(evaluation);
            err.println("The report and the DET curve are in " + folder);
        } catch (IOException | RuntimeException | LinkageError | InternalError e) {
            // why so wide: a machine without fonts fails inside the JDK in many ways
            err.println("The report is in " + folder + "; det.png needs fonts on this machine");
        }
        err.flush();
    }
}
