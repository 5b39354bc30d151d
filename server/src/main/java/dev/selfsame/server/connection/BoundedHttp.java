package dev.selfsame.server.connection;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Tomcat's HTTP/1.1 with an end to everything. By itself Tomcat bounds silence alone: a client that
 * sends one byte now and then keeps its connection for hours.
 */
public final class BoundedHttp extends Http11NioProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedHttp.class);
    private static final long LOOK_MILLIS = 500;

    private final LateRequests lateRequests = new LateRequests();
    private final LateHandshakes lateHandshakes = new LateHandshakes();
    private @Nullable ScheduledFuture<?> looks;
    private volatile long headNanos = Long.MAX_VALUE;

    /** Sets all bounds, before it is started. */
    void bound(ConnectionOptions options) {
        headNanos = options.headTimeout().toNanos();
        lateRequests.bound(options.longestRequest(), options.idleTimeout());
        lateHandshakes.bound(options.idleTimeout());
        int idleMillis = Math.toIntExact(options.idleTimeout().toMillis());
        setConnectionTimeout(idleMillis);
        setKeepAliveTimeout(idleMillis);
        setMaxConnections(options.max());
        setMaxHttpRequestHeaderSize(options.maxHeadBytes());
    }

    @Override
    protected Processor createProcessor() {
        return new BoundedProcessor(this, getAdapter(), headNanos, lateRequests);
    }

    @Override
    public void start() throws Exception {
        super.start();
        looks =
                getUtilityExecutor()
                        .scheduleWithFixedDelay(
                                this::cut, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void cut() {
        try {
            lateRequests.cut();
            lateHandshakes.cut(getEndpoint().getConnections());
        } catch (RuntimeException e) {
            // why all: what is thrown here would end all later looks
            LOG.warn("late connections are not cut off", e);
        }
    }

    @Override
    public void stop() throws Exception {
        if (looks != null) {
            looks.cancel(false);
        }
        super.stop();
    }
}
