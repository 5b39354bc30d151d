package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.testing.RunningServer;

import java.util.concurrent.CountDownLatch;

/** Keeps the one worker of a server at work until it is closed. */
final class BusyWorkers implements AutoCloseable {

    private final CountDownLatch enough = new CountDownLatch(1);
    private final Thread asking;

    private BusyWorkers(Admission admission) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        asking = Thread.ofVirtual().start(() -> admission.run("busy", () -> work(begun)));
        begun.await();
    }

    static BusyWorkers of(RunningServer server) throws InterruptedException {
        return new BusyWorkers(server.part(Admission.class));
    }

    private boolean work(CountDownLatch begun) {
        begun.countDown();
        try {
            enough.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        enough.countDown();
        try {
            asking.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
