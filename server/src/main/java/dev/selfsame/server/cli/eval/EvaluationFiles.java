package dev.selfsame.server.cli.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The files of an evaluation in one folder: {@code report.txt}, {@code det.csv} and {@code det.png}
 * over the comparisons that could be made, and {@code failures.tsv} where there were any.
 */
public final class EvaluationFiles {

    private final Path folder;

    /** Files in a folder, which is made where it is missing. */
    public EvaluationFiles(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /** Writes all but the picture. */
    public void write(Evaluation evaluation) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.txt"), EvaluationText.of(evaluation));
        Files.writeString(folder.resolve("det.csv"), DetCsv.of(evaluation.made().corners()));
        Path failures = folder.resolve("failures.tsv");
        if (evaluation.failures().isEmpty()) {
            // why: an earlier report may have left one
            Files.deleteIfExists(failures);
        } else {
            Files.writeString(failures, failures(evaluation));
        }
    }

    /** Writes the picture, which needs fonts on this machine. */
    public void draw(Evaluation evaluation) throws IOException {
        Files.write(folder.resolve("det.png"), DetChart.png(evaluation));
    }

    private static String failures(Evaluation evaluation) {
        return evaluation.failures().stream()
                .map(it -> it.picture() + "\t" + it.reason() + "\n")
                .collect(Collectors.joining("", "path\treason\n", ""));
    }
}
