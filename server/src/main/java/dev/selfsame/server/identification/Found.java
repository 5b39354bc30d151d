package dev.selfsame.server.identification;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.server.person.Person;

import java.util.Objects;

/**
 * A candidate.
 *
 * @param fmr false match rate of the comparison with this person, over everything that was sent and
 *     that the person has
 * @param fpir how often a search for a stranger among so many people brings somebody at least this
 *     similar
 */
public record Found(Person person, Fmr fmr, double fpir) {

    public Found {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(fmr, "fmr");
    }
}
