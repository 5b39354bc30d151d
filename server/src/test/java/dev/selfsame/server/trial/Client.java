package dev.selfsame.server.trial;

import dev.selfsame.server.trial.Tally.Event;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Enrols, updates and deletes people of its own, one call after the other, and kills the server
 * where the schedule says so.
 */
final class Client implements Callable<List<Owned>> {

    private static final double DELETED_SHARE = 0.3;

    private final MortalServer server;
    private final Album album;
    private final Schedule schedule;
    private final Tally tally;
    private final Witness witness;
    private final Random random;
    private final List<Owned> people;

    Client(
            MortalServer server,
            Album album,
            Schedule schedule,
            Tally tally,
            String name,
            int people,
            long seed) {
        this.server = server;
        this.album = album;
        this.schedule = schedule;
        this.tally = tally;
        witness = new Witness(server, album);
        random = new Random(seed);
        this.people = IntStream.range(0, people).mapToObj(i -> new Owned(name + "-" + i)).toList();
    }

    /** A call that changes something, and what is enrolled after it. */
    private record Change(String operation, String json, @Nullable Looks after, Event event) {}

    @Override
    public List<Owned> call() throws IOException, InterruptedException {
        for (int call = schedule.next(); !schedule.isOver(call); call = schedule.next()) {
            Owned person = people.get(random.nextInt(people.size()));
            change(person, drawn(person), schedule.isDeadly(call));
        }
        return people;
    }

    private Change drawn(Owned person) {
        Looks before = person.looks();
        String id = person.customId();
        if (before == null) {
            Looks looks = album.draw(random);
            return new Change("enroll", album.person(id, looks), looks, Event.ENROLLED);
        }
        if (random.nextDouble() < DELETED_SHARE) {
            String json = "{\"Person\":{\"CustomID\":\"" + id + "\"}}";
            return new Change("delete", json, null, Event.DELETED);
        }
        Looks sent = album.drawUnlike(before, random);
        return new Change(
                "update", album.person(id, sent), before.updatedWith(sent), Event.UPDATED);
    }

    private void change(Owned person, Change change, boolean deadly)
            throws IOException, InterruptedException {
        int deaths = server.deaths();
        CompletableFuture<Answer> call = server.begin(change.operation(), change.json());
        boolean killsMeanwhile = deadly && random.nextBoolean();
        if (killsMeanwhile) {
            server.kill();
        }
        try {
            acknowledged(person, change, Calls.await(call));
        } catch (IOException e) {
            server.awaitSuccessor(deaths, e);
            settle(person, change);
        }
        if (deadly && !killsMeanwhile) {
            person.note("kill");
            server.kill();
        }
    }

    private void acknowledged(Owned person, Change change, Answer answer) {
        if (!answer.isOk()) {
            tally.violation(change.operation() + " " + person + ": " + answer);
            return;
        }
        tally.count(change.event());
        person.note(change.operation() + " " + change.after());
        if (change.after() != null) {
            number(person, answer.bioPassId());
        }
        person.becomes(change.after());
    }

    private void number(Owned person, long number) {
        if (person.number() == 0) {
            tally.newNumber(number);
            person.numbered(number);
        } else if (person.number() != number) {
            tally.violation(person + " was " + person.number() + ", is " + number);
        }
    }

    /** Finds out what became of a call that broke: all of it or nothing. */
    private void settle(Owned person, Change change) throws IOException, InterruptedException {
        boolean isAsBefore = witness.sees(person.customId(), person.looks(), change.after());
        boolean isAsAfter = witness.sees(person.customId(), change.after(), person.looks());
        if (isAsBefore == isAsAfter) {
            tally.violation(change.operation() + " is half there: " + person);
        }
        person.note((isAsAfter ? "cut and done: " : "cut and not done: ") + change.operation());
        tally.count(isAsAfter ? Event.CUT_AND_DONE : Event.CUT_AND_NOT_DONE);
        if (isAsAfter) {
            person.becomes(change.after());
        }
    }
}
