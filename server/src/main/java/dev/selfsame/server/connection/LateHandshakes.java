package dev.selfsame.server.connection;

import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * An end to handshakes of TLS that take too long. Tomcat looks at their time only while it waits
 * for more, which it hardly does where drops come fast. Used by one thread after the other.
 */
final class LateHandshakes {

    private static final Logger LOG = LoggerFactory.getLogger(LateHandshakes.class);

    // why not since Tomcat accepted them: it knows no other time than that of the wall
    private Map<SocketWrapperBase<NioChannel>, Long> seenNanos = Map.of();
    private volatile long longestNanos = Long.MAX_VALUE;

    void bound(Duration longest) {
        longestNanos = longest.toNanos();
    }

    /** Reads no more from those of the open connections that are late. */
    void cut(Set<SocketWrapperBase<NioChannel>> connections) {
        long now = System.nanoTime();
        Map<SocketWrapperBase<NioChannel>, Long> unfinished = new HashMap<>();
        for (SocketWrapperBase<NioChannel> connection : connections) {
            if (!connection.isClosed() && !connection.getSocket().isHandshakeComplete()) {
                long since = seenNanos.getOrDefault(connection, now);
                unfinished.put(connection, since);
                if (now - since > longestNanos) {
                    cut(connection.getSocket().getIOChannel());
                }
            }
        }
        seenNanos = unfinished;
    }

    private static void cut(SocketChannel channel) {
        try {
            channel.shutdownInput();
        } catch (IOException e) {
            LOG.debug("a connection was gone before it was cut off", e);
        }
    }
}
