package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.calibration.ErrorCount;
import dev.selfsame.engine.liveness.LivenessVerdict;
import dev.selfsame.engine.liveness.Outcome;
import dev.selfsame.engine.liveness.SecurityLevel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Errors of attack detection in the words of ISO/IEC 30107-3.
 *
 * @param groups people, then each species of attack instrument by name
 */
public record LivenessErrors(List<Group> groups) {

    public LivenessErrors {
        groups = List.copyOf(groups);
    }

    /**
     * All presentations of a label.
     *
     * @param label {@code live} or the species
     * @param live whether these are people
     * @param nonResponses how many gave no decision: no face, several, not finished (BPNRR or
     *     APNRR)
     * @param wrong of those with a decision, by level: people refused (BPCER) or attacks accepted
     *     (APCER)
     */
    public record Group(
            String label,
            boolean live,
            ErrorCount nonResponses,
            Map<SecurityLevel, ErrorCount> wrong) {

        public Group {
            wrong = Map.copyOf(wrong);
        }
    }

    /** Counts. */
    public static LivenessErrors of(
            List<Presentation> presentations,
            List<LivenessVerdict> verdicts,
            ToDoubleFunction<SecurityLevel> thresholds) {
        TreeSet<String> attacks = new TreeSet<>();
        presentations.stream()
                .map(Presentation::label)
                .filter(label -> !label.equals(Presentation.LIVE))
                .forEach(attacks::add);
        List<String> labels = new ArrayList<>(List.of(Presentation.LIVE));
        labels.addAll(attacks);
        List<Group> groups = new ArrayList<>();
        for (String label : labels) {
            List<LivenessVerdict> of = new ArrayList<>();
            for (int i = 0; i < verdicts.size(); i++) {
                if (presentations.get(i).label().equals(label)) {
                    of.add(verdicts.get(i));
                }
            }
            if (!of.isEmpty()) {
                groups.add(group(label, of, thresholds));
            }
        }
        return new LivenessErrors(groups);
    }

    private static Group group(
            String label,
            List<LivenessVerdict> verdicts,
            ToDoubleFunction<SecurityLevel> thresholds) {
        boolean live = label.equals(Presentation.LIVE);
        List<LivenessVerdict> decided =
                verdicts.stream().filter(v -> v.outcome() != Outcome.FAILED).toList();
        Map<SecurityLevel, ErrorCount> wrong = new EnumMap<>(SecurityLevel.class);
        for (SecurityLevel level : SecurityLevel.values()) {
            double threshold = thresholds.applyAsDouble(level);
            long refused = decided.stream().filter(v -> v.score() >= threshold).count();
            wrong.put(
                    level,
                    new ErrorCount(live ? refused : decided.size() - refused, decided.size()));
        }
        return new Group(
                label,
                live,
                new ErrorCount(verdicts.size() - decided.size(), verdicts.size()),
                wrong);
    }
}
