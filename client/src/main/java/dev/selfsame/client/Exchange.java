package dev.selfsame.client;

import dev.selfsame.client.SelfsameException.Kind;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLException;

/** Sends a request once, within a time and up to a size of the answer. */
final class Exchange {

    private final HttpClient client;
    private final int maxAnswerBytes;

    Exchange(HttpClient client, int maxAnswerBytes) {
        this.client = Objects.requireNonNull(client, "client");
        this.maxAnswerBytes = maxAnswerBytes;
    }

    /**
     * Sends it.
     *
     * @param repeatable whether it may be sent again though it may have arrived
     * @param time for all of it, to the last byte of the answer
     */
    Attempt attempt(HttpRequest request, boolean repeatable, Duration time) {
        AtomicReference<@Nullable ResponseInfo> head = new AtomicReference<>();
        HttpResponse.BodyHandler<byte[]> body =
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxAnswerBytes);
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(
                        request,
                        info -> {
                            head.set(info);
                            return body.apply(info);
                        });
        try {
            // why here: the JDK's own timeout ends with the headers, so a body could drip for ever
            HttpResponse<byte[]> response = exchange.get(time.toNanos(), TimeUnit.NANOSECONDS);
            return new Attempt.Answered(
                    new Answer(response.statusCode(), response.headers(), response.body()));
        } catch (TimeoutException e) {
            exchange.cancel(true);
            String message = "the server did not answer within " + time.toMillis() + " ms";
            return new Attempt.Failed(
                    SelfsameException.of(Kind.NO_ANSWER, message, null), repeatable);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw SelfsameException.of(Kind.INTERRUPTED, "interrupted while calling", e);
        } catch (ExecutionException e) {
            return failed(cause(e), head.get(), repeatable);
        }
    }

    private static Attempt failed(
            Throwable failure, @Nullable ResponseInfo head, boolean repeatable) {
        return switch (failure) {
            case HttpConnectTimeoutException e -> unreachable(e, true);
            case ConnectException e -> unreachable(e, true);
            // why not again: a certificate does not become right by waiting
            case SSLException e -> unreachable(e, false);
            case IOException e when head != null -> brokenOff(e, head);
            case IOException e -> lost(e, repeatable);
            case RuntimeException e -> throw e;
            default -> throw new IllegalStateException(failure);
        };
    }

    private static Attempt unreachable(IOException failure, boolean again) {
        return new Attempt.Failed(
                SelfsameException.of(Kind.UNREACHABLE, "the server cannot be reached", failure),
                again);
    }

    private static Attempt lost(IOException failure, boolean repeatable) {
        String message = "the connection ended before the server answered";
        return new Attempt.Failed(
                SelfsameException.of(Kind.NO_ANSWER, message, failure), repeatable);
    }

    /** An error is one whatever follows its status; anything else is of no use without the rest. */
    private static Attempt brokenOff(IOException failure, ResponseInfo head) {
        if (!Answer.isSuccess(head.statusCode())) {
            return new Attempt.Answered(new Answer(head.statusCode(), head.headers(), new byte[0]));
        }
        String message = "the answer broke off, or is larger than maxAnswerBytes";
        return new Attempt.Failed(
                SelfsameException.of(Kind.UNUSABLE_ANSWER, message, failure), false);
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wrapped =
                failure instanceof ExecutionException || failure instanceof CompletionException;
        return wrapped && cause != null ? cause(cause) : failure;
    }
}
