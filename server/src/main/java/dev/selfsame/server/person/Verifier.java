package dev.selfsame.server.person;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.engine.template.Template;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Compares probes with what is enrolled, slot by slot, and decides. On the caller's thread. */
final class Verifier {

    private final Engine engine;
    private final MatchRule rule;

    Verifier(Engine engine, MatchRule rule) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.rule = Objects.requireNonNull(rule, "rule");
    }

    Verification verify(
            Person person,
            Map<Integer, Template> enrolled,
            Map<Integer, Template> sent,
            Thresholds thresholds) {
        Set<Integer> matched = new TreeSet<>();
        for (var probe : sent.entrySet()) {
            int slot = probe.getKey();
            Template reference = enrolled.get(slot);
            if (reference == null) {
                continue;
            }
            if (reference instanceof FaceTemplate && !isSameMode(reference, probe.getValue())) {
                return new Verification.OtherMode(reference.mode(), probe.getValue().mode());
            }
            if (engine.compare(reference, probe.getValue()).compareTo(thresholds.of(slot)) <= 0) {
                matched.add(slot);
            }
        }
        boolean match =
                switch (rule) {
                    case ALL -> matched.equals(sent.keySet());
                    case ANY -> !matched.isEmpty();
                };
        boolean faceMatched = matched.remove(Slot.FACE);
        Set<Integer> sentFingers = new TreeSet<>(sent.keySet());
        sentFingers.remove(Slot.FACE);
        return new Verification.Compared(person, match, faceMatched, matched, sentFingers);
    }

    private static boolean isSameMode(Template one, Template other) {
        return one.mode().equals(other.mode()) && one.modeVersion() == other.modeVersion();
    }
}
