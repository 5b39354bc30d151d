package dev.selfsame.server.api;

import jakarta.servlet.ServletRequest;

import java.util.UUID;

/** Names one request in its answer, in its errors and in the log. */
public final class RequestId {

    private static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}

    /** The id of this request, made at the first question. */
    public static String of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String id) {
            return id;
        }
        String id = UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
