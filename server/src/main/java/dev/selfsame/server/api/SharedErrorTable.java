package dev.selfsame.server.api;

import dev.selfsame.server.problem.Problem;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** From failures to the errors of those APIs whose errors are {@link ErrorObject}s. */
// why names: this package knows no API
@RestControllerAdvice(
        basePackages = {
            "dev.selfsame.server.api.bioservices",
            "dev.selfsame.server.api.docs",
            "dev.selfsame.server.api.status",
            "dev.selfsame.server.api.videoserver"
        })
final class SharedErrorTable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedErrorTable.class);

    @ExceptionHandler
    ResponseEntity<ErrorObject> problem(Problem problem, HttpServletRequest request) {
        return ErrorAnswers.of(problem, request);
    }

    @ExceptionHandler
    void clientGone(AsyncRequestNotUsableException failure) {
        LOG.debug("the client is gone", failure);
    }

    @ExceptionHandler
    ResponseEntity<ErrorObject> unknown(Throwable failure, HttpServletRequest request) {
        return ErrorAnswers.of(failure, request);
    }
}
