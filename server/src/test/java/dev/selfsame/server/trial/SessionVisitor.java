package dev.selfsame.server.trial;

import dev.selfsame.server.trial.Replies.Kind;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Opens sessions of its own one after the other, fills, reads and sometimes deletes them. */
final class SessionVisitor implements Callable<List<KeptSession>> {

    private static final Duration LIFE = Duration.ofMinutes(50);
    private static final long PAUSE_MILLIS = 50;
    private static final double FACE_DELETED = 0.2;
    private static final double SESSION_DELETED = 0.2;

    private final SessionApi api;
    private final List<String> faces;
    private final Replies replies;
    private final CountDownLatch over;
    private final Random random;
    private final List<KeptSession> kept = new ArrayList<>();

    /** A visitor who goes on until it is over. */
    SessionVisitor(
            SessionApi api,
            List<String> faces,
            Replies replies,
            CountDownLatch over,
            Random random) {
        this.api = api;
        this.faces = List.copyOf(faces);
        this.replies = replies;
        this.over = over;
        this.random = random;
    }

    @Override
    public List<KeptSession> call() throws InterruptedException {
        while (over.getCount() > 0) {
            try {
                Reply opened = heard(api.open(LIFE));
                if (opened.isDone()) {
                    KeptSession session = new KeptSession(opened.location());
                    kept.add(session);
                    use(session);
                }
            } catch (IOException e) {
                // why no doubt about its session: it is a violation whatever became of it
                replies.unanswered(e);
            }
        }
        return kept;
    }

    private void use(KeptSession session) throws IOException, InterruptedException {
        for (String face : faces) {
            session.added(heard(api.addFace(session.path(), face)));
        }
        heard(api.get(session.path()));
        if (!session.faces().isEmpty()) {
            String face = session.faces().iterator().next();
            heard(api.get(face + "/matches"));
            if (random.nextDouble() < FACE_DELETED) {
                session.deletedFace(face, heard(api.delete(face)));
            }
        }
        if (random.nextDouble() < SESSION_DELETED) {
            session.deleted(heard(api.delete(session.path())));
        }
    }

    private Reply heard(Reply reply) throws InterruptedException {
        replies.add(Kind.SESSION, reply);
        if (reply.isBusy()) {
            boolean _ = over.await(reply.retryAfterSeconds(), TimeUnit.SECONDS);
        } else if (!reply.isDone()) {
            boolean _ = over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return reply;
    }
}
