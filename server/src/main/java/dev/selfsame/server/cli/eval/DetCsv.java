package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.calibration.OperatingPoint;

import java.util.List;
import java.util.Locale;

/** The corners of the detection error trade-off as comma-separated values. */
final class DetCsv {

    private DetCsv() {}

    static String of(List<OperatingPoint> corners) {
        StringBuilder csv =
                new StringBuilder("threshold,fmr,fnmr,false_matches,false_non_matches\n");
        for (OperatingPoint it : corners) {
            csv.append(
                    String.format(
                            Locale.ROOT,
                            "%.3f,%.9g,%.9g,%d,%d\n",
                            it.threshold(),
                            it.falseMatches().rate(),
                            it.falseNonMatches().rate(),
                            it.falseMatches().errors(),
                            it.falseNonMatches().errors()));
        }
        return csv.toString();
    }
}
