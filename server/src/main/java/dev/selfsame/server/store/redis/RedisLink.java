package dev.selfsame.server.store.redis;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One connection to Redis, which all threads share. While Redis does not answer every call fails
 * soon, and the connection comes back by itself. Says once that an outage begins and once that it
 * is over.
 */
final class RedisLink implements AutoCloseable {

    /** What a script returns where the memory of Redis is full. */
    static final long FULL = -1;

    /** How long a new connection may take until it is of use. */
    static final Duration HANDSHAKE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
    // why so short: a request waits for it
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofMillis(50);
    private static final Duration LAST_RETRY = Duration.ofSeconds(1);
    // why: what waits for a Redis that hangs takes memory
    private static final int MOST_WAITING = 10_000;
    private static final int THREADS = 2;

    private final RedisAddress address;
    private final ClientResources resources;
    private final RedisClient client;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile StatefulRedisConnection<byte[], byte[]> connection;

    private RedisLink(RedisAddress address, ClientResources resources, RedisClient client) {
        this.address = Objects.requireNonNull(address, "address");
        this.resources = resources;
        this.client = client;
        connection = connected(client);
    }

    private static StatefulRedisConnection<byte[], byte[]> connected(RedisClient client) {
        StatefulRedisConnection<byte[], byte[]> fresh = client.connect(ByteArrayCodec.INSTANCE);
        fresh.setTimeout(TIMEOUT);
        return fresh;
    }

    /**
     * Connects.
     *
     * @throws UnusableRedisException if that fails
     */
    static RedisLink open(RedisAddress address) {
        ClientResources resources =
                ClientResources.builder()
                        .ioThreadPoolSize(THREADS)
                        .computationThreadPoolSize(THREADS)
                        .reconnectDelay(
                                Delay.exponential(
                                        FIRST_RETRY, LAST_RETRY, 2, TimeUnit.MILLISECONDS))
                        .build();
        RedisClient client = RedisClient.create(resources, address.uri());
        client.setOptions(options());
        boolean opened = false;
        try {
            RedisLink link = new RedisLink(address, resources, client);
            opened = true;
            return link;
        } catch (RedisException e) {
            throw new UnusableRedisException(address.place(), Failures.words(e), e);
        } finally {
            if (!opened) {
                shutDown(client, resources);
            }
        }
    }

    private static ClientOptions options() {
        return ClientOptions.builder()
                // why: what waited for the end of an outage would be answered to nobody, and what
                // was on its way when the connection broke, perhaps done, would be done again
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_WAITING)
                .socketOptions(
                        SocketOptions.builder().connectTimeout(TIMEOUT).keepAlive(true).build())
                .sslOptions(SslOptions.builder().handshakeTimeout(HANDSHAKE).build())
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .build();
    }

    /**
     * Does something, which may be done or not if it fails.
     *
     * @throws Problem {@code UNAVAILABLE}
     */
    <T> T call(Function<RedisCommands<byte[], byte[]>, T> work) {
        try {
            T result = work.apply(connection.sync());
            answered();
            return result;
        } catch (RedisCommandInterruptedException e) {
            throw unavailable(e);
        } catch (RedisException e) {
            failed(e);
            throw unavailable(e);
        }
    }

    /**
     * Asks several questions at once, in one round trip.
     *
     * @return the answers in the order of the questions
     * @throws Problem {@code UNAVAILABLE}
     */
    <Q, A> List<A> ask(
            List<Q> questions,
            BiFunction<RedisAsyncCommands<byte[], byte[]>, Q, ? extends RedisFuture<A>> sending) {
        return call(
                _ -> {
                    RedisAsyncCommands<byte[], byte[]> sent = connection.async();
                    var futures = questions.stream().map(it -> sending.apply(sent, it)).toList();
                    return futures.stream()
                            .map(
                                    it ->
                                            LettuceFutures.awaitOrCancel(
                                                    it, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS))
                            .toList();
                });
    }

    /**
     * Runs a script.
     *
     * @return what it returns, or {@link #FULL}
     * @throws Problem {@code UNAVAILABLE}
     */
    long run(Script script, SessionKey key, byte[]... arguments) {
        byte[][] keys = {key.bytes(), key.matchBytes(), key.openBytes()};
        return run(script, keys, arguments);
    }

    /** The same with other keys. */
    long run(Script script, byte[][] keys, byte[]... arguments) {
        return call(
                commands -> {
                    try {
                        return known(commands, script, keys, arguments);
                    } catch (RedisCommandExecutionException e) {
                        if (Failures.isFull(e)) {
                            return FULL;
                        }
                        throw e;
                    }
                });
    }

    private static Long known(
            RedisCommands<byte[], byte[]> commands,
            Script script,
            byte[][] keys,
            byte[][] arguments) {
        try {
            return commands.evalsha(script.sha1(), ScriptOutputType.INTEGER, keys, arguments);
        } catch (RedisNoScriptException _) {
            // why: a Redis that was started anew has forgotten it; this teaches it
            return commands.eval(script.text(), ScriptOutputType.INTEGER, keys, arguments);
        }
    }

    /**
     * Asks whether Redis answers, and connects anew where the connection is there and silent, as it
     * is after a machine went away without a word. For one thread.
     */
    void check() {
        try {
            connection.sync().ping();
            answered();
        } catch (RedisCommandTimeoutException e) {
            failed(e);
            replace();
        } catch (RedisException e) {
            failed(e);
        }
    }

    private void replace() {
        try {
            StatefulRedisConnection<byte[], byte[]> before = connection;
            connection = connected(client);
            before.close();
        } catch (RedisException e) {
            LOG.debug("no new connection: {}", Failures.words(e));
        }
    }

    private void answered() {
        if (away.get() && away.compareAndSet(true, false)) {
            LOG.info("{} answers again", address.place());
        }
    }

    private void failed(RedisException failure) {
        if (away.compareAndSet(false, true)) {
            LOG.warn(
                    "{} does not answer, so there are no sessions: {}",
                    address.place(),
                    Failures.words(failure));
        }
    }

    private static Problem unavailable(RedisException failure) {
        return new Problem(
                ProblemKind.UNAVAILABLE,
                "the store of sessions does not answer; send the request again later",
                failure);
    }

    @Override
    public void close() {
        connection.close();
        shutDown(client, resources);
    }

    private static void shutDown(RedisClient client, ClientResources resources) {
        client.shutdown(Duration.ZERO, TIMEOUT);
        resources.shutdown(0, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
}
