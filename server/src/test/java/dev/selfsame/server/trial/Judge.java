package dev.selfsame.server.trial;

import dev.selfsame.server.trial.Tally.Event;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Compares what the server has at the end with what was acknowledged. */
final class Judge {

    private static final int SAMPLE = 10;
    private static final int MOST_CANDIDATES = 100;

    private final MortalServer server;
    private final Album album;
    private final Tally tally;
    private final Random random;
    private final Witness witness;

    Judge(MortalServer server, Album album, Tally tally, Random random) {
        this.server = server;
        this.album = album;
        this.tally = tally;
        this.random = random;
        witness = new Witness(server, album);
    }

    void judge(List<Owned> people) throws IOException, InterruptedException {
        List<Owned> present = people.stream().filter(it -> it.looks() != null).toList();
        List<Owned> absent = people.stream().filter(it -> it.looks() == null).toList();
        for (Owned person : present) {
            verify(person);
        }
        for (Owned person : absent) {
            expect(
                    witness.verify(person.customId(), album.draw(random)).isUnknownPerson(),
                    person + " should not be there");
            tally.count(Event.FOUND_ABSENT);
        }
        count(present.size());
        for (Owned person : present.stream().limit(SAMPLE).toList()) {
            identify(person, absent);
        }
        List<Owned> again = absent.stream().limit(SAMPLE).toList();
        for (Owned person : again) {
            enrolAgain(person);
        }
        count(present.size() + again.size());
    }

    private void verify(Owned person) throws IOException, InterruptedException {
        Looks looks = Objects.requireNonNull(person.looks());
        Answer same = witness.verify(person.customId(), looks);
        expect(same.isMatch(), person + " should match: " + same);
        Looks others = album.drawUnlike(looks, random);
        Answer other = witness.verify(person.customId(), others);
        expect(other.isNonMatch(), person + " should not match: " + other);
        tally.count(Event.VERIFIED);
    }

    private void identify(Owned person, List<Owned> absent)
            throws IOException, InterruptedException {
        Looks looks = Objects.requireNonNull(person.looks());
        Answer answer = server.ask("identify", album.identify(looks, MOST_CANDIDATES));
        expect(answer.names(person.customId()), person + " is not found: " + answer);
        for (Owned deleted : absent) {
            expect(!answer.names(deleted.customId()), deleted + " is still found");
        }
        tally.count(Event.IDENTIFIED);
    }

    private void enrolAgain(Owned person) throws IOException, InterruptedException {
        Looks looks = album.draw(random);
        Answer answer = server.ask("enroll", album.person(person.customId(), looks));
        if (!answer.isOk()) {
            tally.violation(person + " cannot be enrolled again: " + answer);
            return;
        }
        tally.newNumber(answer.bioPassId());
        person.becomes(looks);
        verify(person);
        tally.count(Event.ENROLLED_AGAIN);
    }

    private void count(int expected) throws IOException, InterruptedException {
        long people = server.count();
        expect(people == expected, people + " people instead of " + expected);
    }

    private void expect(boolean truth, String violation) {
        if (!truth) {
            tally.violation(violation);
        }
    }
}
