package dev.selfsame.server.identification;

import dev.selfsame.server.problem.Problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * Fills the galleries beside a server that answers already; whoever searches meanwhile waits for
 * the own tenant's alone.
 */
final class GalleryPreload implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GalleryPreload.class);

    private final Galleries galleries;
    private final boolean wanted;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean started;
    private volatile boolean stopping;

    GalleryPreload(Galleries galleries, boolean wanted) {
        this.galleries = Objects.requireNonNull(galleries, "galleries");
        this.wanted = wanted;
    }

    @Override
    public void start() {
        started = true;
        if (wanted) {
            Thread.ofPlatform().name("gallery").daemon().start(this::run);
        } else {
            finished.countDown();
        }
    }

    private void run() {
        try {
            galleries.preload(() -> stopping);
        } catch (Problem e) {
            LOG.info("galleries are read at the first search: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("galleries are read at the first search", e);
        } finally {
            finished.countDown();
        }
    }

    /**
     * Waits for the end: the store must not be closed under it. why no interrupt: it would close
     * the embedded database's file under everybody else.
     */
    @Override
    public void stop() {
        stopping = true;
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        // why not before the start: what runs already is never started, and stopped all the same
        return started && finished.getCount() > 0;
    }
}
