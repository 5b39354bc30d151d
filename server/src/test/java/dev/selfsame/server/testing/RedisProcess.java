package dev.selfsame.server.testing;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;

import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real Redis on a free port of this machine. */
public final class RedisProcess implements AutoCloseable {

    private static final Pattern PID = Pattern.compile("process_id:(\\d+)");

    private final int port;
    private final List<String> settings;
    private RedisServer server;

    private RedisProcess(int port, List<String> settings) {
        this.port = port;
        this.settings = List.copyOf(settings);
        server = started();
    }

    /** Starts one with these lines of its configuration; it keeps nothing on disk by itself. */
    public static RedisProcess start(String... settings) {
        return new RedisProcess(freePort(), List.of(settings));
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RedisServer started() {
        try {
            RedisServerBuilder builder =
                    RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"");
            settings.forEach(builder::setting);
            RedisServer started = builder.build();
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Ends it; its port stays free for {@link #startAgain}. */
    public void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as {@code kill -9} does; its port stays free for {@link #startAgain}. */
    public void kill() {
        Matcher pid = PID.matcher(ask(commands -> commands.info("server")));
        if (!pid.find()) {
            throw new IllegalStateException("Redis does not tell its process");
        }
        ProcessHandle process = ProcessHandle.of(Long.parseLong(pid.group(1))).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        stop();
    }

    public void startAgain() {
        server = started();
    }

    /** Asks it for something, over a connection of its own. */
    public <T> T ask(Function<RedisCommands<byte[], byte[]>, T> question) {
        RedisClient client = RedisClient.create(RedisURI.create(url()));
        try {
            return Objects.requireNonNull(
                    question.apply(client.connect(ByteArrayCodec.INSTANCE).sync()));
        } finally {
            client.shutdown();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
