package dev.selfsame.server.connection;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Tomcat's HTTP/1.1 with an end to everything. By itself Tomcat bounds silence alone: a client that
 * sends one byte now and then keeps its connection for hours.
 */
public final class BoundedHttp extends Http11NioProtocol {

    private static final long LOOK_MILLIS = 500;

    private final LateRequests lateRequests = new LateRequests();
    private @Nullable ScheduledFuture<?> looks;
    private volatile long headNanos = Long.MAX_VALUE;

    /** Sets all bounds, before it is started. */
    void bound(ConnectionOptions options) {
        headNanos = options.headTimeout().toNanos();
        lateRequests.bound(options.longestRequest(), options.idleTimeout());
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
                                lateRequests::cut, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (looks != null) {
            looks.cancel(false);
        }
        super.stop();
    }
}
