package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.calibration.ErrorCount;
import dev.selfsame.engine.calibration.FoldedAccuracy;
import dev.selfsame.engine.calibration.OperatingPoint;

import java.util.Locale;
import java.util.stream.Collectors;

/** An evaluation as a page of text. */
public final class EvaluationText {

    private static final String ROW = "%-8s %11s %-16s %8s %-16s  %-17s %9s%n";

    private final StringBuilder page = new StringBuilder();

    private EvaluationText() {}

    /** The page, lines ended as on this platform. */
    public static String of(Evaluation evaluation) {
        EvaluationText text = new EvaluationText();
        text.head(evaluation);
        text.rates(
                evaluation.failures().isEmpty()
                        ? "All pairs"
                        : "All pairs; a picture that could not be used counts as a rejection",
                evaluation.all());
        if (!evaluation.failures().isEmpty()) {
            text.rates("Only the comparisons that could be made", evaluation.made());
        }
        text.calibration(evaluation);
        text.discards(evaluation);
        text.foot();
        return text.page.toString();
    }

    private void line(String format, Object... arguments) {
        page.append(String.format(Locale.ROOT, format + "%n", arguments));
    }

    private void head(Evaluation evaluation) {
        ErrorCount failed = evaluation.failedToAcquire();
        line(
                "%,d pairs of %s: %,d same, %,d different, of %,d pictures",
                evaluation.all().genuine() + evaluation.all().impostor(),
                evaluation.modality(),
                evaluation.all().genuine(),
                evaluation.all().impostor(),
                evaluation.pictures());
        if (failed.errors() > 0) {
            line(
                    "Failed to acquire: %,d of %,d pictures, %s %s (%s)",
                    failed.errors(),
                    evaluation.pictures(),
                    percent(failed.rate()),
                    interval(failed),
                    evaluation.reasons().entrySet().stream()
                            .map(it -> it.getKey() + " " + it.getValue())
                            .collect(Collectors.joining(", ")));
        }
    }

    private void rates(String title, RateSummary summary) {
        line("%n%s", title);
        page.append(
                String.format(
                        Locale.ROOT,
                        ROW,
                        "at FMR",
                        "FMR",
                        "false matches",
                        "FNMR",
                        "missed",
                        "95 % interval",
                        "score >="));
        summary.atFmr().forEach(it -> row(it.target().text(), it.point()));
        line("Equal error rate      %s", percent(summary.equalErrorRate()));
        line(
                "Accuracy              %s at score %.0f, the best threshold for this list",
                percent(summary.mostAccurate().accuracy()), summary.mostAccurate().threshold());
        FoldedAccuracy folded = summary.folded();
        if (folded != null) {
            line(
                    "Accuracy              %s +- %s over %d folds, each by the threshold of the"
                            + " others",
                    percent(folded.mean()), percent(folded.standardError()), folded.folds());
        }
    }

    private void row(String name, OperatingPoint point) {
        page.append(
                String.format(
                        Locale.ROOT,
                        ROW,
                        name,
                        rate(point.falseMatches()),
                        of(point.falseMatches()),
                        percent(point.falseNonMatches().rate()),
                        of(point.falseNonMatches()),
                        interval(point.falseNonMatches()),
                        String.format(Locale.ROOT, "%.0f", point.threshold())));
    }

    private void calibration(Evaluation evaluation) {
        line("%nCalibration: what a score states and what it did here");
        line(
                "%-8s %11s %11s %-16s %-22s %8s",
                "score", "stated", "FMR", "false matches", "95 % interval", "FNMR");
        for (StatedRate it : evaluation.stated()) {
            ErrorCount measured = it.measured().falseMatches();
            line(
                    "%-8.0f %11.1e %11s %-16s %-22s %8s",
                    it.score(),
                    it.fmr(),
                    rate(measured),
                    of(measured),
                    String.format(Locale.ROOT, "[%.1e, %.1e]", measured.low95(), measured.high95()),
                    percent(it.measured().falseNonMatches().rate()));
        }
    }

    private void discards(Evaluation evaluation) {
        if (evaluation.discards().isEmpty()) {
            return;
        }
        OperatingPoint onAll = evaluation.made().at(RateSummary.Target.ONE_PER_THOUSAND);
        line("%nQuality: FNMR at FMR 1e-3 without the pictures of the worst quality");
        line(
                "%-10s %9s  %-32s %s",
                "discarded", "pictures", "at the same threshold", "at the threshold for FMR 1e-3");
        line("%-10s %9d  %-32s %s", "none", 0, missed(onAll), missed(onAll));
        for (Discard it : evaluation.discards()) {
            line(
                    "%-10s %9d  %-32s %s",
                    String.format(Locale.ROOT, "%.0f %%", 100 * it.share()),
                    it.pictures(),
                    missed(it.unmoved()),
                    missed(it.again()));
        }
    }

    private void foot() {
        line(
                "%nIntervals treat pairs as independent; pairs that share pictures or people are"
                        + " not,");
        line("so the true intervals are wider.");
    }

    private static String missed(OperatingPoint point) {
        return percent(point.falseNonMatches().rate()) + " (" + of(point.falseNonMatches()) + ")";
    }

    private static String of(ErrorCount count) {
        return String.format(Locale.ROOT, "%,d/%,d", count.errors(), count.trials());
    }

    private static String rate(ErrorCount count) {
        return String.format(Locale.ROOT, "%.1e", count.rate());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String interval(ErrorCount count) {
        return String.format(
                Locale.ROOT, "[%.2f, %.2f] %%", 100 * count.low95(), 100 * count.high95());
    }
}
