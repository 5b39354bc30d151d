package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.calibration.ErrorRates;
import dev.selfsame.engine.calibration.OperatingPoint;
import dev.selfsame.engine.calibration.ScoreScale;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What a score promises and what it did: the check of the calibration.
 *
 * @param score as threshold
 * @param fmr the false match rate that the scale states for it
 * @param measured what it did on these pairs
 */
public record StatedRate(double score, double fmr, OperatingPoint measured) {

    static List<StatedRate> of(LabelledScores scores) {
        ErrorRates rates = new ErrorRates(scores.genuine(), scores.impostor());
        return DoubleStream.of(2500, 3000, 3500, 4000)
                .mapToObj(it -> new StatedRate(it, ScoreScale.fmrOf(it), rates.at(it)))
                .toList();
    }
}
