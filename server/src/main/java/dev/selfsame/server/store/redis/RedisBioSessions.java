package dev.selfsame.server.store.redis;

import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.BioSessionStore;
import dev.selfsame.server.biosession.OpenSession;
import dev.selfsame.server.biosession.SessionContent;
import dev.selfsame.server.biosession.SessionFace;
import dev.selfsame.server.biosession.SessionMatch;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.vault.Vault;

import io.lettuce.core.KeyValue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Sessions in a Redis or Valkey, shared by all servers that name it. Redis ends each by itself at
 * its millisecond; what is in it is sealed with the tenant's key. One round trip a call. Safe for
 * any number of threads.
 */
public final class RedisBioSessions implements BioSessionStore, AutoCloseable {

    private static final byte[] NOTHING = {};
    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,18}");

    private final RedisLink link;
    private final SealedValues values;
    private final SessionFields fields;
    private final OpenSessions openSessions;
    private final Clock clock;

    private RedisBioSessions(RedisLink link, Vault vault, Clock clock) {
        this.link = Objects.requireNonNull(link, "link");
        this.clock = Objects.requireNonNull(clock, "clock");
        values = new SealedValues(vault);
        fields = new SessionFields(values);
        openSessions = new OpenSessions(link, fields, clock);
    }

    /**
     * Connects.
     *
     * @param url as {@link dev.selfsame.server.biosession.BioSessionOptions#redisUrl} has it
     * @throws UnusableRedisException if that fails
     */
    public static RedisBioSessions open(String url, Vault vault, Clock clock) {
        RedisAddress address = RedisAddress.of(url, RedisLink.HANDSHAKE);
        RedisLink link = RedisLink.open(address);
        EvictionWarning.give(link, address);
        return new RedisBioSessions(link, vault, clock);
    }

    @Override
    public boolean add(BioSession session) {
        SessionKey key = new SessionKey(session.tenantId(), session.id());
        byte[] value =
                values.seal(key.tenantId(), key.sessionPlace(), SessionValue.encode(session));
        return run(Script.ADD, key, value, millis(session.expires()), now(), key.member())
                != RedisLink.FULL;
    }

    @Override
    public Optional<BioSession> find(String tenantId, UUID sessionId) {
        SessionKey key = new SessionKey(tenantId, sessionId);
        return Optional.ofNullable(
                        link.call(
                                commands -> commands.hget(key.bytes(), SessionKey.sessionField())))
                .flatMap(value -> fields.session(key, value))
                .filter(session -> session.isOpenAt(clock.instant()));
    }

    @Override
    public Optional<SessionContent> content(String tenantId, UUID sessionId) {
        SessionKey key = new SessionKey(tenantId, sessionId);
        return fields.content(key, link.call(commands -> commands.hgetall(key.bytes())))
                .filter(content -> content.session().isOpenAt(clock.instant()));
    }

    @Override
    public List<SessionMatch> matches(
            String tenantId, UUID sessionId, UUID referenceId, List<UUID> candidateIds) {
        SessionKey key = new SessionKey(tenantId, sessionId);
        byte[][] wanted = new byte[1 + candidateIds.size()][];
        wanted[0] = SessionKey.endField();
        for (int i = 0; i < candidateIds.size(); i++) {
            wanted[1 + i] = SessionKey.matchField(referenceId, candidateIds.get(i));
        }
        List<KeyValue<byte[], byte[]>> found =
                link.call(commands -> commands.hmget(key.matchBytes(), wanted));
        if (!isOpen(found.getFirst())) {
            return List.of();
        }
        List<SessionMatch> matches = new ArrayList<>();
        for (int i = 0; i < candidateIds.size(); i++) {
            byte[] value = found.get(1 + i).getValueOrElse(NOTHING);
            if (value.length > 0) {
                fields.match(key, referenceId, candidateIds.get(i), value).ifPresent(matches::add);
            }
        }
        return matches;
    }

    private boolean isOpen(KeyValue<byte[], byte[]> end) {
        String millis = new String(end.getValueOrElse(NOTHING), StandardCharsets.US_ASCII);
        return MILLIS.matcher(millis).matches()
                && clock.instant().isBefore(Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    @Override
    public Addition addFace(String tenantId, UUID sessionId, SessionFace face, int limit) {
        SessionKey key = new SessionKey(tenantId, sessionId);
        byte[] value = values.seal(tenantId, key.facePlace(face.id()), FaceValue.encode(face));
        long result =
                run(
                        Script.ADD_FACE,
                        key,
                        now(),
                        number(limit),
                        SessionKey.faceField(face.id()),
                        value);
        return switch ((int) result) {
            case 0 -> Addition.NO_SESSION;
            case 1 -> Addition.ADDED;
            case 2 -> Addition.TOO_MANY_FACES;
            case (int) RedisLink.FULL -> Addition.NO_ROOM;
            default -> throw unknown(result);
        };
    }

    /** Keeps none where there is no room; they are compared again when asked for. */
    @Override
    public void addMatches(String tenantId, UUID sessionId, List<SessionMatch> matches) {
        if (matches.isEmpty()) {
            return;
        }
        SessionKey key = new SessionKey(tenantId, sessionId);
        Map<String, byte[]> plain = new LinkedHashMap<>();
        for (SessionMatch match : matches) {
            plain.put(
                    key.matchPlace(match.reference(), match.candidate()), MatchValue.encode(match));
        }
        Map<String, byte[]> sealed = values.seal(tenantId, plain);
        byte[][] arguments = new byte[1 + 2 * matches.size()][];
        int next = 0;
        arguments[next++] = now();
        for (SessionMatch match : matches) {
            UUID reference = match.reference();
            UUID candidate = match.candidate();
            arguments[next++] = SessionKey.matchField(reference, candidate);
            arguments[next++] =
                    Objects.requireNonNull(sealed.get(key.matchPlace(reference, candidate)));
        }
        run(Script.ADD_MATCHES, key, arguments);
    }

    @Override
    public Removal deleteFace(String tenantId, UUID sessionId, UUID faceId) {
        return removal(
                run(
                        Script.DELETE_FACE,
                        new SessionKey(tenantId, sessionId),
                        now(),
                        SessionKey.faceField(faceId)));
    }

    @Override
    public Removal deleteFaces(String tenantId, UUID sessionId) {
        return removal(run(Script.DELETE_FACES, new SessionKey(tenantId, sessionId), now()));
    }

    private static Removal removal(long result) {
        return switch ((int) result) {
            case 0 -> Removal.NO_SESSION;
            case 1 -> Removal.REMOVED;
            case 2 -> Removal.NO_FACE;
            default -> throw unknown(result);
        };
    }

    @Override
    public Ending delete(String tenantId, UUID sessionId) {
        SessionKey key = new SessionKey(tenantId, sessionId);
        long result = run(Script.DELETE, key, now(), key.member());
        return switch ((int) result) {
            case 0 -> Ending.NO_SESSION;
            case 1 -> Ending.DELETED;
            case 2 -> Ending.HELD;
            default -> throw unknown(result);
        };
    }

    @Override
    public boolean hold(String tenantId, UUID sessionId, Instant until) {
        long result = run(Script.HOLD, new SessionKey(tenantId, sessionId), now(), millis(until));
        return switch ((int) result) {
            case 0 -> false;
            case 1 -> true;
            default -> throw unknown(result);
        };
    }

    @Override
    public void release(String tenantId, UUID sessionId) {
        byte[] key = new SessionKey(tenantId, sessionId).bytes();
        link.call(commands -> commands.hdel(key, SessionKey.holdField()));
    }

    @Override
    public Map<String, Long> count(Collection<String> tenantIds) {
        return openSessions.count(tenantIds);
    }

    @Override
    public List<OpenSession> open(String tenantId, int limit) {
        return openSessions.list(tenantId, limit);
    }

    /** Redis ends sessions by itself; this looks whether it is there. */
    @Override
    public void clearExpired() {
        link.check();
    }

    @Override
    public void close() {
        link.close();
    }

    private long run(Script script, SessionKey key, byte[]... arguments) {
        return link.run(script, key, arguments);
    }

    private byte[] now() {
        return millis(clock.instant());
    }

    private static byte[] millis(Instant time) {
        return number(time.toEpochMilli());
    }

    private static byte[] number(long value) {
        return Long.toString(value).getBytes(StandardCharsets.US_ASCII);
    }

    private static Problem unknown(long result) {
        String message =
                result == RedisLink.FULL
                        ? "the store of sessions is full; send the request again later"
                        : "the store of sessions does not work; send the request again later";
        return new Problem(ProblemKind.UNAVAILABLE, message);
    }
}
