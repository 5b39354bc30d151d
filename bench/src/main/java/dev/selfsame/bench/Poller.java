package dev.selfsame.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/** Asks for something cheap so many times a second, as long as it is open. */
final class Poller implements AutoCloseable {

    private final PollClient client;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final DoubleStream.Builder millis = DoubleStream.builder();
    private int failed;

    Poller(PollClient client, int pollsASecond) {
        this.client = client;
        var _ =
                clock.scheduleAtFixedRate(
                        this::poll, 0, 1_000_000_000L / pollsASecond, TimeUnit.NANOSECONDS);
    }

    private void poll() {
        long began = System.nanoTime();
        try {
            client.once();
            millis.add((System.nanoTime() - began) / 1e6);
        } catch (IOException e) {
            failed++;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        clock.close();
    }

    /**
     * Milliseconds of each poll, sorted; after closing, once.
     *
     * @throws IOException if one failed
     */
    double[] millis() throws IOException {
        if (failed > 0) {
            throw new IOException(failed + " polls failed");
        }
        double[] all = millis.build().toArray();
        Arrays.sort(all);
        return all;
    }
}
