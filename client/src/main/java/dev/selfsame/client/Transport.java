package dev.selfsame.client;

import dev.selfsame.client.SelfsameException.Kind;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Sends requests until they are answered or it is time to give up. Safe for many threads. */
final class Transport implements AutoCloseable {

    private final ClientOptions options;
    private final HttpClient client;
    private final Exchange exchange;
    private final Waits waits;
    private final Timing timing;

    Transport(ClientOptions options, Timing timing, RandomGenerator random) {
        this.options = Objects.requireNonNull(options, "options");
        this.timing = Objects.requireNonNull(timing, "timing");
        waits = new Waits(random);
        client = client(options);
        exchange = new Exchange(client, options.maxAnswerBytes());
    }

    private static HttpClient client(ClientOptions options) {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        // why 1.1: no upgrade is tried, which old proxies stumble over
                        .version(HttpClient.Version.HTTP_1_1)
                        // why never: a redirect would take the key and the picture elsewhere
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(options.connectTimeout());
        if (options.tls() != null) {
            builder.sslContext(options.tls());
        }
        return builder.build();
    }

    String apiKey() {
        return options.apiKey();
    }

    /**
     * The answer to a call.
     *
     * @throws SelfsameException if it is no success, or there is none
     */
    Answer send(Call call) {
        HttpRequest request = request(call);
        long start = timing.nanos();
        int attempts = 0;
        while (true) {
            Duration time = shorter(options.requestTimeout(), left(start));
            Attempt attempt = exchange.attempt(request, call.repeatable(), time);
            attempts++;
            Duration wait = waitAfter(attempt, attempts);
            if (wait == null || wait.compareTo(left(start)) >= 0) {
                return outcome(attempt);
            }
            await(wait);
            // why again: the wait may have taken longer than it was to
            if (!left(start).isPositive()) {
                return outcome(attempt);
            }
        }
    }

    /** How long to wait before sending it again, null not to. */
    private @Nullable Duration waitAfter(Attempt attempt, int attempts) {
        if (attempts >= options.retries().attempts()) {
            return null;
        }
        return switch (attempt) {
            case Attempt.Answered(Answer answer) when answer.isLater() ->
                    waits.after(
                            attempts,
                            answer.header("Retry-After")
                                    .flatMap(value -> Waits.asked(value, timing.now()))
                                    .orElse(null));
            case Attempt.Answered _ -> null;
            case Attempt.Failed(var _, boolean again) -> again ? waits.after(attempts, null) : null;
        };
    }

    private Answer outcome(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Answered(Answer answer) when Answer.isSuccess(answer.status()) -> answer;
            case Attempt.Answered(Answer answer) -> throw ErrorAnswer.of(answer, options.apiKey());
            case Attempt.Failed(SelfsameException failure, var _) -> throw failure;
        };
    }

    private HttpRequest request(Call call) {
        Body body = call.body();
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : body.publisher();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(options.at(call.path())).method(call.method(), publisher);
        if (body != null) {
            request.header("Content-Type", body.contentType());
        }
        if (call.keyHeader() != null) {
            request.header(call.keyHeader(), options.apiKey());
        }
        return request.build();
    }

    /**
     * Waits between two calls.
     *
     * @throws SelfsameException if the client is closed meanwhile
     */
    void await(Duration wait) {
        boolean closed;
        try {
            closed = timing.awaitClose(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SelfsameException.of(Kind.INTERRUPTED, "interrupted between two requests", e);
        }
        if (closed) {
            throw SelfsameException.of(Kind.INTERRUPTED, "the client is closed", null);
        }
    }

    private Duration left(long start) {
        return options.retries().totalTime().minusNanos(timing.nanos() - start);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Ends waits and calls. */
    @Override
    public void close() {
        timing.close();
        client.shutdownNow();
        client.close();
    }
}
