package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.server.api.RequestId;
import dev.selfsame.server.person.UnusableSample;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

import java.time.Duration;
import java.util.Objects;

/** From outcomes and failures to the errors of this API. */
@RestControllerAdvice(basePackageClasses = ErrorTable.class)
final class ErrorTable {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorTable.class);

    private final Answers answers;

    ErrorTable(Answers answers) {
        this.answers = Objects.requireNonNull(answers, "answers");
    }

    /** A sample of a person of which nothing can be made. */
    static RuntimeException unusable(UnusableSample sample) {
        return switch (sample.reason()) {
            case UNREADABLE -> new Refusal(ErrorText.INVALID_BASE64, sample.detail());
            case TOO_LARGE -> tooLarge(sample.detail());
            case NO_TEMPLATE ->
                    new Refusal(
                            sample.isFace() ? ErrorText.NO_FACE_TEMPLATE : ErrorText.NO_TEMPLATE,
                            sample.detail());
        };
    }

    /** A picture that cannot be decoded. */
    static RuntimeException unreadable(DecodeResult.Refused refusal) {
        return switch (refusal.reason()) {
            case TOO_MANY_BYTES -> tooLarge(refusal.detail());
            case EMPTY,
                    TOO_MANY_PIXELS,
                    UNKNOWN_FORMAT,
                    BAD_HEADER,
                    TRUNCATED,
                    CORRUPT,
                    POLYGLOT,
                    UNSUPPORTED ->
                    new Refusal(ErrorText.INVALID_BASE64, refusal.detail());
        };
    }

    // why not "Invalid base64 string": whoever reads that looks for a fault that is not there
    private static Problem tooLarge(String detail) {
        return new Problem(ProblemKind.TOO_LARGE, "a picture is too large: " + detail);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refusal(Refusal refusal, HttpServletRequest request) {
        LOG.info("request refused: {} {}", refusal.text(), refusal.getMessage());
        return answers.refused(request, refusal.text());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> problem(Problem problem, HttpServletRequest request) {
        LOG.info("request refused: {} {}", problem.kind(), problem.getMessage());
        return switch (problem.kind()) {
            case INVALID_REQUEST -> answers.refused(request, ErrorText.INVALID_JSON.text());
            case UNUSABLE_PICTURE -> answers.refused(request, ErrorText.INVALID_BASE64.text());
            case UNAUTHENTICATED -> unauthenticated(request);
            case FORBIDDEN -> answers.gateway(403, problem.getMessage());
            case NOT_FOUND -> answers.gateway(404, problem.getMessage());
            case CONFLICT -> answers.gateway(409, problem.getMessage());
            case TOO_LARGE -> answers.gateway(413, problem.getMessage());
            case BUSY ->
                    answers.later(
                            problem.getMessage(),
                            problem.retryAfter().orElse(Duration.ofSeconds(1)));
            case UNAVAILABLE -> answers.gateway(503, problem.getMessage());
        };
    }

    @ExceptionHandler
    void clientGone(AsyncRequestNotUsableException failure) {
        LOG.debug("the client is gone", failure);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unknown(Throwable failure, HttpServletRequest request) {
        String id = RequestId.of(request);
        LOG.error("request {} failed", id, failure);
        return answers.gateway(GatewayError.fault(id), new HttpHeaders());
    }

    private ResponseEntity<byte[]> unauthenticated(HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, GatewayError.CHALLENGE);
        String message =
                GatewayRequest.hasKey(request)
                        ? GatewayError.KEY_INVALID
                        : GatewayError.KEY_MISSING;
        return answers.gateway(GatewayError.of(401, message), headers);
    }
}
