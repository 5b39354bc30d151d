package dev.selfsame.server.biosession;

import dev.selfsame.server.media.Media;
import dev.selfsame.server.problem.Problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Clears away what has expired: sessions every second, and pictures every minute, also those that a
 * server left behind which is no more. Both begin at once.
 */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration SESSIONS = Duration.ofSeconds(1);
    private static final Duration PICTURES = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BioSessionStore store;
    private final List<SessionEnding> endings;
    private final Media media;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Thread> threads;

    Housekeeping(BioSessionStore store, List<SessionEnding> endings, Media media, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.endings = List.copyOf(endings);
        this.media = Objects.requireNonNull(media, "media");
        this.clock = Objects.requireNonNull(clock, "clock");
        // why two: a store of pictures that does not answer must not hold up the sessions
        threads =
                List.of(
                        every(SESSIONS, "housekeeping-sessions", this::clearSessions),
                        every(PICTURES, "housekeeping-pictures", this::clearPictures));
    }

    private Thread every(Duration time, String name, Runnable round) {
        return Thread.ofPlatform()
                .name(name)
                .daemon()
                .start(
                        () -> {
                            try {
                                do {
                                    round.run();
                                } while (!closing.await(time.toMillis(), TimeUnit.MILLISECONDS));
                            } catch (InterruptedException _) {
                                LOG.debug("nothing is cleared away any more");
                            }
                        });
    }

    private void clearSessions() {
        try {
            store.clearExpired();
            endings.forEach(SessionEnding::clearExpired);
        } catch (RuntimeException e) {
            // why all: one bad round must not end all later ones
            LOG.warn("sessions that have ended are not cleared away", e);
        }
    }

    private void clearPictures() {
        try {
            int count = media.deleteExpired(clock.instant());
            if (count > 0) {
                LOG.info("{} pictures of sessions that had ended were deleted", count);
            }
            media.deleteUndeleted();
        } catch (Problem e) {
            LOG.info("pictures are cleared away later: {}", e.getMessage());
        } catch (RuntimeException e) {
            // why all: as above
            LOG.warn("pictures of sessions that have ended are not cleared away", e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            for (Thread thread : threads) {
                if (!thread.join(PATIENCE)) {
                    LOG.warn("clearing away takes long and is left alone");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
