package dev.selfsame.server.person;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What came of a claim to be an enrolled person (1:1 comparison, ISO/IEC 2382-37 verification). */
public sealed interface Verification {

    /**
     * The comparisons were made.
     *
     * @param match the decision over everything that was sent, by the rule in force
     * @param faceMatched false as well where no face was sent
     * @param matchedFingers slots that were sent, are enrolled and matched
     * @param sentFingers all slots that were sent
     */
    record Compared(
            Person person,
            boolean match,
            boolean faceMatched,
            Set<Integer> matchedFingers,
            Set<Integer> sentFingers)
            implements Verification {
        public Compared {
            matchedFingers = Collections.unmodifiableSet(new TreeSet<>(matchedFingers));
            sentFingers = Collections.unmodifiableSet(new TreeSet<>(sentFingers));
        }
    }

    /** Nobody of that name is enrolled. */
    record UnknownPerson() implements Verification {}

    /** One of the pictures cannot be compared. */
    record Unusable(UnusableSample sample) implements Verification {}

    /**
     * What is enrolled was made by another mode than the one in use; the person has to be updated.
     *
     * @param enrolledMode what the template was made by
     * @param currentMode what this server makes now
     */
    record OtherMode(String enrolledMode, String currentMode) implements Verification {}

    /**
     * Too many failed verifications of this person; nothing was compared.
     *
     * @param retryAfter when the next one is allowed
     */
    record LockedOut(Duration retryAfter) implements Verification {}
}
