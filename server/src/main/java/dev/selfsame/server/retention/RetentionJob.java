package dev.selfsame.server.retention;

import dev.selfsame.server.problem.Problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Has the server delete what is due, again and again. Waits are drawn, so that servers that were
 * started together do not all ask at once.
 */
final class RetentionJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The first look comes within this share of the usual time. */
    private static final double FIRST = 0.1;

    private static final double LEAST = 0.9;
    private static final double MOST = 1.1;

    private final Retention retention;
    private final Duration every;
    private final RandomGenerator random;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("retention").daemon().unstarted(this::run);

    RetentionJob(Retention retention, Duration every, RandomGenerator random) {
        this.retention = Objects.requireNonNull(retention, "retention");
        this.every = Objects.requireNonNull(every, "every");
        this.random = Objects.requireNonNull(random, "random");
    }

    void start() {
        if (!every.isZero()) {
            thread.start();
        }
    }

    private void run() {
        try {
            long wait = share(0, FIRST);
            while (!closing.await(wait, TimeUnit.MILLISECONDS)) {
                round();
                wait = share(LEAST, MOST);
            }
        } catch (InterruptedException _) {
            LOG.debug("nothing is deleted by rules any more");
        }
    }

    private long share(double least, double most) {
        return Math.max(1, (long) (every.toMillis() * random.nextDouble(least, most)));
    }

    private void round() {
        try {
            // why half the time: another server's run is as good as one of this server
            Optional<RetentionReport> report =
                    retention.run(
                            Retention.ACTOR, every.dividedBy(2), () -> closing.getCount() == 0);
            if (report.isPresent() && report.get().people() > 0) {
                LOG.info("{} people were deleted by rules of tenants", report.get().people());
            }
        } catch (Problem e) {
            LOG.info("what is due is deleted later: {}", e.getMessage());
        } catch (RuntimeException e) {
            // why all: one bad round must not end all later ones
            LOG.warn("what is due is not deleted", e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            if (!every.isZero() && !thread.join(PATIENCE)) {
                LOG.warn("deleting takes long and is left alone; the next run goes on with it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
