package dev.selfsame.server.store.redis;

import dev.selfsame.server.problem.Problem;

import io.lettuce.core.SetArgs;
import io.lettuce.core.api.sync.RedisCommands;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tries a Redis out: writes a value that ends soon, reads it and deletes it. */
public final class RedisProbe {

    private static final Pattern VERSION =
            Pattern.compile("(?m)^(redis|valkey)_version:([0-9A-Za-z.-]{1,32})");
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final long MICROS = 1_000_000;

    private RedisProbe() {}

    /**
     * Tries it out.
     *
     * @param url as {@link dev.selfsame.server.biosession.BioSessionOptions#redisUrl} has it
     * @throws UnusableRedisException if it cannot be reached, or refuses
     */
    public static RedisState examine(String url) {
        RedisAddress address = RedisAddress.of(url, RedisLink.HANDSHAKE);
        try (RedisLink link = RedisLink.open(address)) {
            link.call(RedisProbe::writeReadDelete);
            Instant now = link.call(commands -> instant(commands.time()));
            return new RedisState(
                    address.place(),
                    version(orNothing(link, commands -> commands.info("server"))),
                    EvictionWarning.isDue(orNothing(link, commands -> commands.info("memory"))),
                    now);
        } catch (Problem e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UnusableRedisException(address.place(), Failures.words(cause), e);
        }
    }

    private static boolean writeReadDelete(RedisCommands<byte[], byte[]> commands) {
        byte[] key = bytes("selfsame:doctor:" + UUID.randomUUID());
        byte[] value = bytes("probe");
        commands.set(key, value, SetArgs.Builder.px(LIFE.toMillis()));
        boolean same = Arrays.equals(value, commands.get(key));
        commands.del(key);
        return same;
    }

    private static Instant instant(List<byte[]> time) {
        long seconds = Long.parseLong(text(time.get(0)));
        long micros = Long.parseLong(text(time.get(1)));
        return Instant.ofEpochSecond(seconds, micros * (1_000_000_000 / MICROS));
    }

    // why: its user may be allowed nothing but what sessions need
    private static String orNothing(
            RedisLink link, Function<RedisCommands<byte[], byte[]>, String> question) {
        try {
            return link.call(question);
        } catch (Problem _) {
            return "";
        }
    }

    private static String version(String about) {
        Matcher version = VERSION.matcher(about);
        return version.find() ? version.group(1) + " " + version.group(2) : "";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
