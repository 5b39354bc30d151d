package dev.selfsame.server.api;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.time.Duration;

/** From failures to the errors of the APIs that word them as an {@link ErrorObject}. */
public final class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private ErrorAnswers() {}

    /** The status of a kind of failure. */
    public static int status(ProblemKind kind) {
        return switch (kind) {
            case INVALID_REQUEST, UNUSABLE_PICTURE -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case BUSY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    /** The answer to a failure that its caller may read about. */
    public static ResponseEntity<ErrorObject> of(Problem problem, HttpServletRequest request) {
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
        return answer.body(new ErrorObject(RequestId.of(request), problem.getMessage()));
    }

    /** The answer to a failure of the server. */
    public static ResponseEntity<ErrorObject> of(Throwable failure, HttpServletRequest request) {
        String id = RequestId.of(request);
        LOG.error("request {} failed", id, failure);
        return ResponseEntity.status(500)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ErrorObject(id, null));
    }
}
