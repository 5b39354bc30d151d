package dev.selfsame.server.store.redis;

import dev.selfsame.server.challenge.Challenge;
import dev.selfsame.server.challenge.ChallengeKind;
import dev.selfsame.server.challenge.ChallengeStore;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.vault.Vault;

import io.lettuce.core.KeyValue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Challenges in a Redis or Valkey, shared by all servers that name it. Each is a hash that Redis
 * ends by itself: {@code v} its version, {@code t} whose it is, {@code c} the challenge, sealed
 * with the tenant's key. Safe for any number of threads.
 */
public final class RedisChallenges implements ChallengeStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisChallenges.class);
    private static final byte[] TENANT = {'t'};
    private static final byte[] VALUE = {'c'};

    private final RedisLink link;
    private final SealedValues values;
    private final Clock clock;

    private record Name(UUID sessionId, ChallengeKind kind) {}

    private RedisChallenges(RedisLink link, Vault vault, Clock clock) {
        this.link = Objects.requireNonNull(link, "link");
        this.clock = Objects.requireNonNull(clock, "clock");
        values = new SealedValues(vault);
    }

    /**
     * Connects.
     *
     * @param url as {@link dev.selfsame.server.biosession.BioSessionOptions#redisUrl} has it
     * @throws UnusableRedisException if that fails
     */
    public static RedisChallenges open(String url, Vault vault, Clock clock) {
        return new RedisChallenges(
                RedisLink.open(RedisAddress.of(url, RedisLink.HANDSHAKE)), vault, clock);
    }

    @Override
    public Optional<Challenge> find(UUID sessionId, ChallengeKind kind) {
        return read(
                sessionId,
                kind,
                link.call(commands -> commands.hmget(key(sessionId, kind), TENANT, VALUE)));
    }

    @Override
    public List<Challenge> ofSessions(Collection<UUID> sessionIds) {
        List<Name> names =
                sessionIds.stream()
                        .flatMap(
                                id ->
                                        Arrays.stream(ChallengeKind.values())
                                                .map(kind -> new Name(id, kind)))
                        .toList();
        List<List<KeyValue<byte[], byte[]>>> found =
                link.ask(
                        names,
                        (commands, name) ->
                                commands.hmget(key(name.sessionId(), name.kind()), TENANT, VALUE));
        return IntStream.range(0, names.size())
                .mapToObj(i -> read(names.get(i).sessionId(), names.get(i).kind(), found.get(i)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Challenge> read(
            UUID sessionId, ChallengeKind kind, List<KeyValue<byte[], byte[]>> found) {
        if (!found.get(0).hasValue() || !found.get(1).hasValue()) {
            return Optional.empty();
        }
        String tenantId = new String(found.get(0).getValue(), StandardCharsets.UTF_8);
        try {
            byte[] plain =
                    values.open(
                            tenantId,
                            place(sessionId, kind),
                            ByteBuffer.wrap(found.get(1).getValue()));
            return Optional.of(ChallengeValue.decode(tenantId, sessionId, plain))
                    .filter(challenge -> challenge.kind() == kind)
                    .filter(challenge -> challenge.isOpenAt(clock.instant()));
        } catch (BrokenValueException e) {
            LOG.warn(
                    "a challenge in Redis cannot be read and is left out, session {}: {}",
                    sessionId,
                    e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Saving save(Challenge challenge) {
        if (!challenge.isOpenAt(clock.instant())) {
            return Saving.OUTDATED;
        }
        byte[] sealed =
                values.seal(
                        challenge.tenantId(),
                        place(challenge.sessionId(), challenge.kind()),
                        ChallengeValue.encode(challenge));
        long result =
                link.run(
                        Script.SAVE_CHALLENGE,
                        new byte[][] {key(challenge.sessionId(), challenge.kind())},
                        number(challenge.version()),
                        challenge.tenantId().getBytes(StandardCharsets.UTF_8),
                        sealed,
                        number(challenge.expires().toEpochMilli()));
        return switch ((int) result) {
            case 0 -> Saving.OUTDATED;
            case 1 -> Saving.SAVED;
            case (int) RedisLink.FULL -> Saving.NO_ROOM;
            default ->
                    throw new Problem(
                            ProblemKind.UNAVAILABLE,
                            "the store of sessions does not work; send the request again later");
        };
    }

    @Override
    public void deleted(UUID sessionId) {
        for (ChallengeKind kind : ChallengeKind.values()) {
            link.call(commands -> commands.unlink(key(sessionId, kind)));
        }
    }

    /** Redis ends challenges by itself; this looks whether it is there. */
    @Override
    public void clearExpired() {
        link.check();
    }

    @Override
    public void close() {
        link.close();
    }

    private static byte[] key(UUID sessionId, ChallengeKind kind) {
        return ("selfsame:bs:{" + sessionId + "}:" + name(kind)).getBytes(StandardCharsets.UTF_8);
    }

    /** What a challenge is sealed for, so that it opens nowhere else. */
    private static String place(UUID sessionId, ChallengeKind kind) {
        return "challenge " + sessionId + " " + name(kind);
    }

    private static String name(ChallengeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] number(long value) {
        return Long.toString(value).getBytes(StandardCharsets.US_ASCII);
    }
}
