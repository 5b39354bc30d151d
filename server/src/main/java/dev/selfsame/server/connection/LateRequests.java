package dev.selfsame.server.connection;

import org.apache.coyote.Constants;
import org.apache.coyote.RequestInfo;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests under way, and an end to those that take too long: bodies in drops, answers that
 * nobody reads, and what a client goes on to send after it was refused. First nothing more is read,
 * so that the request can still be answered; then nothing more is written either.
 */
final class LateRequests {

    private static final Logger LOG = LoggerFactory.getLogger(LateRequests.class);

    private final Set<Entry> running = ConcurrentHashMap.newKeySet();
    private volatile long longestNanos = Long.MAX_VALUE;
    private volatile long longestLeftoverNanos = Long.MAX_VALUE;

    void bound(Duration longest, Duration longestLeftover) {
        longestNanos = longest.toNanos();
        longestLeftoverNanos = longestLeftover.toNanos();
    }

    /** Counts a connection as working on a request until the entry is closed. */
    Entry enter(SocketWrapperBase<?> connection, RequestInfo info) {
        SocketChannel channel =
                connection.getSocket() instanceof NioChannel nio ? nio.getIOChannel() : null;
        Entry entry = new Entry(channel, info, System.nanoTime());
        running.add(entry);
        return entry;
    }

    /** Cuts off what is late; called again and again by one thread. */
    void cut() {
        long now = System.nanoTime();
        for (Entry entry : running) {
            if (entry.isLate(now)) {
                entry.cut();
            }
        }
    }

    /** One connection at work. Equal to itself alone. */
    final class Entry implements AutoCloseable {

        private final @Nullable SocketChannel channel;
        private final RequestInfo info;
        // used by the thread that cuts alone
        private long beganNanos;
        private int requests;
        private boolean answered;
        private long answeredNanos;
        private boolean readNoMore;

        private Entry(@Nullable SocketChannel channel, RequestInfo info, long beganNanos) {
            this.channel = channel;
            this.info = info;
            this.beganNanos = beganNanos;
            requests = info.getRequestCount();
        }

        private boolean isLate(long now) {
            if (info.getRequestCount() != requests) {
                // why: a client may send the next one before it has read the last answer
                requests = info.getRequestCount();
                beganNanos = now;
            }
            // why: what is left of a refused body is read and thrown away, so that the client sees
            // its answer; that must not go on for ever
            boolean leftover = info.getStage() == Constants.STAGE_ENDINPUT;
            if (leftover && !answered) {
                answeredNanos = now;
            }
            answered = leftover;
            return now - beganNanos > longestNanos
                    || (leftover && now - answeredNanos > longestLeftoverNanos);
        }

        private void cut() {
            if (channel == null) {
                return;
            }
            try {
                if (readNoMore) {
                    channel.shutdownOutput();
                } else {
                    channel.shutdownInput();
                    readNoMore = true;
                }
            } catch (IOException e) {
                LOG.debug("a connection was gone before it was cut off", e);
            }
        }

        @Override
        public void close() {
            running.remove(this);
        }
    }
}
