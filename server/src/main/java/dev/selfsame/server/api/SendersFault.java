package dev.selfsame.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Queries and headers that Tomcat and Spring cannot take apart. An API would take that for a
 * failure of the server, and anybody could fill the log with it, the query in it.
 */
final class SendersFault implements HandlerExceptionResolver {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception failure) {
        int status = status(failure, handler);
        if (status == 0) {
            return null;
        }
        try {
            response.sendError(status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    /** What it is answered with, 0 for whatever is not its sender's fault. */
    private static int status(Exception failure, @Nullable Object handler) {
        return switch (failure) {
            case InvalidParameterException malformed -> malformed.getErrorCode();
            case HttpMediaTypeNotAcceptableException _ -> HttpServletResponse.SC_NOT_ACCEPTABLE;
            // why there: what is not ours reads nothing but the head of a request
            case IllegalArgumentException _ when !isOurs(handler) ->
                    HttpServletResponse.SC_BAD_REQUEST;
            default -> 0;
        };
    }

    private static boolean isOurs(@Nullable Object handler) {
        return handler instanceof HandlerMethod route
                && !route.getBeanType().getName().startsWith("org.springframework.");
    }
}
