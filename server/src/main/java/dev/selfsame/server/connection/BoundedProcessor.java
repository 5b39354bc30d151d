package dev.selfsame.server.connection;

import org.apache.coyote.Adapter;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * Reads requests of one connection at a time, and gives up one whose head takes too long. Confined
 * to the thread that works on its connection, as everything in Tomcat's processors.
 */
final class BoundedProcessor extends Http11Processor {

    private final long headNanos;
    private final LateRequests lateRequests;

    // why not a flag: processors are used again, also after a connection that broke in mid-head
    private @Nullable SocketWrapperBase<?> begun;
    private long begunNanos;

    BoundedProcessor(
            AbstractHttp11Protocol<?> protocol,
            Adapter adapter,
            long headNanos,
            LateRequests lateRequests) {
        super(protocol, adapter);
        this.headNanos = headNanos;
        this.lateRequests = lateRequests;
    }

    /** Called whenever something arrived; the head of a request may come in many pieces. */
    @Override
    public SocketState service(SocketWrapperBase<?> connection) throws IOException {
        long now = System.nanoTime();
        boolean goesOn = connection.equals(begun);
        if (goesOn && now - begunNanos > headNanos) {
            begun = null;
            return SocketState.CLOSED;
        }
        int before = answered();
        SocketState state = serve(connection);
        boolean answeredSome = answered() != before;
        if (state == SocketState.OPEN && !answeredSome) {
            // why: nothing but empty lines came; while it is in the middle of a request, this
            // processor and with it the time are kept
            state = SocketState.LONG;
        }
        if (state == SocketState.LONG) {
            if (!goesOn || answeredSome) {
                begunNanos = answeredSome ? System.nanoTime() : now;
            }
            begun = connection;
        } else {
            begun = null;
        }
        return state;
    }

    private SocketState serve(SocketWrapperBase<?> connection) throws IOException {
        try (LateRequests.Entry _ = lateRequests.enter(connection, request.getRequestProcessor())) {
            return super.service(connection);
        }
    }

    private int answered() {
        return request.getRequestProcessor().getRequestCount();
    }
}
