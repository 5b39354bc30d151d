package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.calibration.ErrorCount;
import dev.selfsame.server.cli.eval.PairList.Picture;
import dev.selfsame.server.cli.eval.RateSummary.Target;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that a trial says.
 *
 * @param modality faces or fingers
 * @param pictures how many distinct ones the list names
 * @param failures the pictures that could not be acquired, in the order of the list
 * @param made error rates over the comparisons that could be made (FMR, FNMR)
 * @param all error rates over all pairs, where a pair with a picture that could not be acquired is
 *     a rejection: what users meet (ISO/IEC 19795-1 calls these FAR and FRR)
 * @param stated check of the calibration, over the comparisons that could be made
 * @param discards error versus discard, over the comparisons that could be made
 */
public record Evaluation(
        String modality,
        int pictures,
        List<Failure> failures,
        RateSummary made,
        RateSummary all,
        List<StatedRate> stated,
        List<Discard> discards) {

    public Evaluation {
        failures = List.copyOf(failures);
        stated = List.copyOf(stated);
        discards = List.copyOf(discards);
    }

    /** A picture that could not be acquired, and why. */
    public record Failure(String picture, String reason) {}

    /** Counts the errors of a trial. */
    public static Evaluation of(String modality, PairList list, Reading[] readings, double[] scores)
            throws NothingComparedException {
        List<Failure> failures = failures(list.pictures(), readings);
        LabelledScores made =
                LabelledScores.of(list.pairs(), scores, i -> scores[i] != Trial.NOT_MADE);
        if (!made.hasBoth()) {
            throw new NothingComparedException(
                    "only %d pairs with label 1 and %d with label 0 could be compared, as %d of %d pictures were not usable: %s"
                            .formatted(
                                    made.genuine().length,
                                    made.impostor().length,
                                    failures.size(),
                                    readings.length,
                                    reasons(failures)));
        }
        RateSummary summary = RateSummary.of(made);
        return new Evaluation(
                modality,
                readings.length,
                failures,
                summary,
                RateSummary.of(LabelledScores.of(list.pairs(), scores, _ -> true)),
                StatedRate.of(made),
                Discard.of(list, readings, scores, summary.at(Target.ONE_PER_THOUSAND)));
    }

    private static List<Failure> failures(List<Picture> pictures, Reading[] readings) {
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < readings.length; i++) {
            if (readings[i] instanceof Reading.Failed(String reason)) {
                failures.add(new Failure(pictures.get(i).name(), reason));
            }
        }
        return failures;
    }

    /** The failures to acquire among the pictures. */
    public ErrorCount failedToAcquire() {
        return new ErrorCount(failures.size(), pictures);
    }

    /** How many pictures failed for each reason. */
    public Map<String, Long> reasons() {
        return reasons(failures);
    }

    private static Map<String, Long> reasons(List<Failure> failures) {
        return Collections.unmodifiableMap(
                failures.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Failure::reason, TreeMap::new, Collectors.counting())));
    }
}
