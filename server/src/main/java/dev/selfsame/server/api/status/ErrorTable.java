package dev.selfsame.server.api.status;

import dev.selfsame.server.api.ErrorAnswers;
import dev.selfsame.server.api.ErrorObject;
import dev.selfsame.server.problem.Problem;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** From failures to the errors of the status page. */
@RestControllerAdvice(basePackageClasses = ErrorTable.class)
final class ErrorTable {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorTable.class);

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
