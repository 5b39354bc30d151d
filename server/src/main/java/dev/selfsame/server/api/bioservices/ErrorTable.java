package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.api.RequestId;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

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

/** From failures to the errors of this API. */
@RestControllerAdvice(basePackageClasses = ErrorTable.class)
final class ErrorTable {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorTable.class);

    static int status(ProblemKind kind) {
        return switch (kind) {
            case INVALID_REQUEST, UNUSABLE_PICTURE -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case TOO_LARGE -> 413;
            case BUSY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    @ExceptionHandler
    ResponseEntity<ErrorObject> problem(Problem problem, HttpServletRequest request) {
        String id = RequestId.of(request);
        LOG.info("request refused: {} {}", problem.kind(), problem.getMessage());
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status(problem.kind()))
                        .contentType(MediaType.APPLICATION_JSON);
        problem.retryAfter()
                .map(Duration::toSeconds)
                .ifPresent(s -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(s)));
        if (problem.kind() == ProblemKind.UNAUTHENTICATED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.body(new ErrorObject(id, problem.getMessage()));
    }

    @ExceptionHandler
    void clientGone(AsyncRequestNotUsableException failure) {
        LOG.debug("the client is gone", failure);
    }

    @ExceptionHandler
    ResponseEntity<ErrorObject> unknown(Throwable failure, HttpServletRequest request) {
        String id = RequestId.of(request);
        LOG.error("request {} failed", id, failure);
        return ResponseEntity.status(500)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ErrorObject(id, null));
    }
}
