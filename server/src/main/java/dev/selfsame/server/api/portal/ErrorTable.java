package dev.selfsame.server.api.portal;

import dev.selfsame.server.api.ErrorAnswers;
import dev.selfsame.server.api.RequestId;
import dev.selfsame.server.problem.Problem;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

import java.time.Duration;

/** From failures to the errors of the portal. */
@RestControllerAdvice(basePackageClasses = ErrorTable.class)
final class ErrorTable {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorTable.class);

    @ExceptionHandler
    ResponseEntity<PortalError> problem(Problem problem) {
        LOG.info("request refused: {} {}", problem.kind(), problem.getMessage());
        int status = ErrorAnswers.status(problem.kind());
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        problem.retryAfter()
                .map(Duration::toSeconds)
                .ifPresent(s -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(s)));
        return answer.body(new PortalError(status, problem.getMessage()));
    }

    @ExceptionHandler
    void clientGone(AsyncRequestNotUsableException failure) {
        LOG.debug("the client is gone", failure);
    }

    @ExceptionHandler
    ResponseEntity<PortalError> unknown(Throwable failure, HttpServletRequest request) {
        String id = RequestId.of(request);
        LOG.error("request {} failed", id, failure);
        return ResponseEntity.status(500)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new PortalError(500, PortalDialect.fault(id)));
    }
}
