package dev.selfsame.engine.finger;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.matching.Fusion;
import dev.selfsame.engine.template.FingerTemplate;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** The fingers of one person by slot, ready to be compared. Immutable. */
final class PersonsFingers {

    static final int SLOTS = 10;

    private static final Fmr SAYS_NOTHING = new Fmr(1);

    /** Why an array: a person of a million should cost little beside the fingers. */
    private final @Nullable OpenedFinger[] bySlot;

    private PersonsFingers(@Nullable OpenedFinger[] bySlot) {
        this.bySlot = bySlot;
    }

    /**
     * Reads the templates.
     *
     * @throws IllegalArgumentException if there is none, or a slot other than 1..10
     * @throws dev.selfsame.engine.template.BrokenTemplateException if one cannot be read
     */
    static PersonsFingers of(Map<Integer, FingerTemplate> templates) {
        if (templates.isEmpty()) {
            throw new IllegalArgumentException("fingers: 0 (expected: at least 1)");
        }
        @Nullable OpenedFinger[] bySlot = new @Nullable OpenedFinger[SLOTS + 1];
        templates.forEach(
                (slot, template) -> {
                    if (slot < 1 || slot > SLOTS) {
                        throw new IllegalArgumentException(
                                "slot: " + slot + " (expected: 1.." + SLOTS + ")");
                    }
                    bySlot[slot] = OpenedFinger.of(Objects.requireNonNull(template, "template"));
                });
        return new PersonsFingers(bySlot);
    }

    @Nullable OpenedFinger finger(int slot) {
        return bySlot[slot];
    }

    int count() {
        int count = 0;
        for (OpenedFinger finger : bySlot) {
            count += finger == null ? 0 : 1;
        }
        return count;
    }

    long bytes() {
        long bytes = 0;
        for (OpenedFinger finger : bySlot) {
            bytes += finger == null ? 0 : finger.bytes();
        }
        return bytes;
    }

    /** The fused rate with these as the fingers sent, empty if no slot is common. */
    Optional<Fmr> compare(PersonsFingers person) {
        return compare(
                person,
                (slot, theirs) ->
                        FingerMatcher.compare(
                                Objects.requireNonNull(bySlot[slot], "sent"), theirs));
    }

    /** As {@link #compare(PersonsFingers)} with another comparison of a slot's two fingers. */
    Optional<Fmr> compare(PersonsFingers person, BiFunction<Integer, OpenedFinger, Fmr> one) {
        List<Fmr> parts = new ArrayList<>(SLOTS);
        boolean common = false;
        for (int slot = 1; slot <= SLOTS; slot++) {
            if (bySlot[slot] != null) {
                OpenedFinger theirs = person.bySlot[slot];
                parts.add(theirs == null ? SAYS_NOTHING : one.apply(slot, theirs));
                common |= theirs != null;
            }
        }
        return common ? Optional.of(Fusion.fused(parts)) : Optional.empty();
    }
}
