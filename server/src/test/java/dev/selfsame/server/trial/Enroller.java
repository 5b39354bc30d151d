package dev.selfsame.server.trial;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Enrols one person after the other, and now and then changes or deletes one of them. */
final class Enroller implements Callable<Void> {

    private static final double CHANGED_SHARE = 0.2;
    private static final double DELETED_SHARE = 0.3;

    private final MortalServer server;
    private final Album album;
    private final String name;
    private final Random random;
    private final CountDownLatch over;
    private final Queue<Dossier> people = new ConcurrentLinkedQueue<>();

    Enroller(MortalServer server, Album album, String name, Random random, CountDownLatch over) {
        this.server = server;
        this.album = album;
        this.name = name;
        this.random = random;
        this.over = over;
    }

    /** Everybody so far; others may look while it goes on. */
    List<Dossier> people() {
        return List.copyOf(people);
    }

    @Override
    public @Nullable Void call() throws IOException, InterruptedException {
        for (int number = 0; over.getCount() > 0; number++) {
            Dossier person = new Dossier(name + "-" + number);
            Looks looks = album.draw(random);
            person.begins(looks);
            people.add(person);
            send("enroll", album.person(person.customId(), looks), person);
            double drawn = random.nextDouble();
            if (drawn < CHANGED_SHARE) {
                Looks other = album.drawUnlike(looks, random);
                person.begins(looks.updatedWith(other));
                send("update", album.person(person.customId(), other), person);
            } else if (drawn < CHANGED_SHARE + DELETED_SHARE) {
                person.begins(null);
                String json = "{\"Person\":{\"CustomID\":\"" + person.customId() + "\"}}";
                send("delete", json, person);
            }
        }
        return null;
    }

    private void send(String operation, String json, Dossier person)
            throws IOException, InterruptedException {
        Answer answer = Calls.await(server.begin(operation, json));
        if (!answer.isOk()) {
            throw new IOException(operation + " of " + person.customId() + ": " + answer);
        }
        person.wasAcknowledged();
    }
}
