package dev.selfsame.server.store.redis;

import static dev.selfsame.server.testing.SampleSessions.OTHER_TENANT;
import static dev.selfsame.server.testing.SampleSessions.TENANT;
import static dev.selfsame.server.testing.SampleSessions.bareFace;
import static dev.selfsame.server.testing.SampleSessions.face;
import static dev.selfsame.server.testing.SampleSessions.match;
import static dev.selfsame.server.testing.SampleSessions.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.selfsame.engine.template.TemplateCodec;
import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.OpenSession;
import dev.selfsame.server.biosession.SessionFace;
import dev.selfsame.server.biosession.SessionMatch;
import dev.selfsame.server.testing.KeysInMemory;
import dev.selfsame.server.testing.RedisExtension;
import dev.selfsame.server.testing.RedisProcess;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What lies in Redis, for those who can read or write there and have no key. */
@ExtendWith(RedisExtension.class)
final class SealedInRedisTest {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int LIMIT = 10;

    private final Clock clock = Clock.systemUTC();
    private final KeysInMemory keys = new KeysInMemory();
    private final RedisProcess redis;
    private RedisBioSessions store;

    SealedInRedisTest(RedisProcess redis) {
        this.redis = redis;
    }

    @BeforeEach
    void open() {
        redis.ask(commands -> commands.flushall());
        store = RedisBioSessions.open(redis.url(), keys.vault(), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void nothingOfAPersonIsReadable() {
        BioSession session = opened();
        SessionFace one = added(session, 1);
        SessionFace two = added(session, 2);
        store.addMatches(TENANT, session.id(), List.of(match(one, two, 1e-5, clock.instant())));

        String dump = dump();

        assertThat(dump).contains(hex("selfsame:bs:{acme:" + session.id() + "}"));
        assertThat(dump)
                .doesNotContain(
                        HexFormat.of().formatHex(one.template().vector(), 0, 8),
                        HexFormat.of().formatHex(TemplateCodec.encode(one.template()), 0, 4),
                        hex("friendly"),
                        hex(String.valueOf(one.digest())),
                        hex("correlation"),
                        hex("evidence"),
                        hex("callback"),
                        hex("ID_DOCUMENT"),
                        hex("media"));
    }

    @Test
    void aFaceThatWasChangedIsLeftOut() {
        BioSession session = opened();
        SessionFace one = added(session, 1);
        SessionFace two = added(session, 2);
        byte[] key = key(session);
        byte[] field = SessionKey.faceField(one.id());
        byte[] value = redis.ask(commands -> commands.hget(key, field));

        for (int at = Integer.BYTES; at < value.length; at += 7) {
            byte[] altered = value.clone();
            altered[at] ^= 1;
            put(key, field, altered);
            assertThat(faces(session)).containsExactly(two.id());
        }
        for (int length = 0; length < value.length; length += 5) {
            put(key, field, Arrays.copyOf(value, length));
            assertThat(faces(session)).containsExactly(two.id());
        }
        put(key, field, new byte[1_000_000]);
        assertThat(faces(session)).containsExactly(two.id());

        put(key, field, value);
        assertThat(faces(session)).containsExactly(one.id(), two.id());
    }

    @Test
    void aFaceThatWasMovedIsLeftOut() {
        BioSession session = opened();
        BioSession other = opened();
        SessionFace one = added(session, 1);
        byte[] value =
                redis.ask(commands -> commands.hget(key(session), SessionKey.faceField(one.id())));

        put(key(other), SessionKey.faceField(one.id()), value);
        put(key(session), SessionKey.faceField(UUID.randomUUID()), value);

        assertThat(faces(other)).isEmpty();
        assertThat(faces(session)).containsExactly(one.id());
    }

    @Test
    void aSessionThatWasMovedOrChangedIsNotThere() {
        BioSession session = opened();
        byte[] value =
                redis.ask(commands -> commands.hget(key(session), SessionKey.sessionField()));
        UUID copy = UUID.randomUUID();
        put(new SessionKey(TENANT, copy).bytes(), SessionKey.sessionField(), value);
        put(new SessionKey(OTHER_TENANT, session.id()).bytes(), SessionKey.sessionField(), value);

        assertThat(store.find(TENANT, copy)).isEmpty();
        assertThat(store.content(TENANT, copy)).isEmpty();
        assertThat(store.find(OTHER_TENANT, session.id())).isEmpty();

        byte[] altered = value.clone();
        altered[value.length - 1] ^= 1;
        put(key(session), SessionKey.sessionField(), altered);
        assertThat(store.find(TENANT, session.id())).isEmpty();
        assertThat(store.content(TENANT, session.id())).isEmpty();
    }

    @Test
    void aForgedMatchIsLeftOut() {
        BioSession session = opened();
        SessionFace one = added(session, 1);
        SessionFace two = added(session, 2);
        SessionMatch match = match(one, two, 1e-9, clock.instant());
        store.addMatches(TENANT, session.id(), List.of(match));
        byte[] matches = new SessionKey(TENANT, session.id()).matchBytes();
        byte[] sealed =
                redis.ask(
                        commands ->
                                commands.hget(matches, SessionKey.matchField(one.id(), two.id())));

        put(matches, SessionKey.matchField(two.id(), one.id()), sealed);
        put(matches, SessionKey.matchField(two.id(), two.id()), new byte[90]);

        List<UUID> both = List.of(one.id(), two.id());
        assertThat(store.matches(TENANT, session.id(), one.id(), both)).containsExactly(match);
        assertThat(store.matches(TENANT, session.id(), two.id(), both)).isEmpty();
    }

    @Test
    void fieldsThatOthersPutThereAreOverlooked() {
        BioSession session = opened();
        SessionFace one = added(session, 1);
        put(key(session), "something else".getBytes(StandardCharsets.UTF_8), new byte[3]);
        put(key(session), new byte[0], new byte[0]);

        assertThat(faces(session)).containsExactly(one.id());
    }

    @Test
    void whatOthersPutAmongTheOpenSessionsIsOverlooked() {
        BioSession session = opened();
        byte[] open = SessionKey.openBytes(TENANT);
        BioSession moved = opened();
        byte[] value = redis.ask(commands -> commands.hget(key(moved), SessionKey.sessionField()));
        UUID copy = UUID.randomUUID();
        put(new SessionKey(TENANT, copy).bytes(), SessionKey.sessionField(), value);
        put(key(session), SessionKey.countField(), "many".getBytes(StandardCharsets.US_ASCII));
        store.delete(TENANT, moved.id());
        double end = clock.instant().plus(LIFE).toEpochMilli();
        for (byte[] member :
                List.of(
                        new byte[0],
                        "x".repeat(17).getBytes(StandardCharsets.US_ASCII),
                        new SessionKey(TENANT, UUID.randomUUID()).member(),
                        new SessionKey(TENANT, copy).member())) {
            redis.ask(commands -> commands.zadd(open, end, member));
        }

        assertThat(store.open(TENANT, 100)).containsExactly(new OpenSession(session, 0));
    }

    @Test
    void theListOfOpenSessionsForgetsThoseThatEndedAndEndsWithTheLast() {
        opened();
        byte[] open = SessionKey.openBytes(TENANT);
        double past = clock.instant().minusSeconds(1).toEpochMilli();
        redis.ask(
                commands ->
                        commands.zadd(
                                open, past, new SessionKey(TENANT, UUID.randomUUID()).member()));

        BioSession session = session(clock.instant(), LIFE.plusMinutes(1));
        store.add(session);

        long listed = redis.ask(commands -> commands.zcard(open));
        long listLives = redis.ask(commands -> commands.pttl(open));
        long lastLives = redis.ask(commands -> commands.pttl(key(session)));
        assertThat(listed).isEqualTo(2);
        assertThat(listLives).isCloseTo(lastLives, within(1000L));
    }

    @Test
    void whatATenantsOlderKeySealedStillOpens() {
        BioSession session = opened();
        SessionFace one = added(session, 1);
        keys.vault().renew(TENANT);
        SessionFace two = added(session, 2);

        assertThat(faces(session)).containsExactly(one.id(), two.id());
        assertThat(keys.tenants()).containsExactly(TENANT);
    }

    private BioSession opened() {
        BioSession session = session(clock.instant(), LIFE);
        store.add(session);
        return session;
    }

    private SessionFace added(BioSession session, int seed) {
        SessionFace face =
                seed == 1 ? face(clock.instant(), seed) : bareFace(clock.instant(), seed);
        store.addFace(TENANT, session.id(), face, LIMIT);
        return face;
    }

    private List<UUID> faces(BioSession session) {
        return store.content(TENANT, session.id()).orElseThrow().faces().stream()
                .map(SessionFace::id)
                .toList();
    }

    private static byte[] key(BioSession session) {
        return new SessionKey(session.tenantId(), session.id()).bytes();
    }

    private void put(byte[] key, byte[] field, byte[] value) {
        redis.ask(commands -> commands.hset(key, field, value));
    }

    /** Every key, field and value, in hexadecimal. */
    private String dump() {
        return redis.ask(
                commands -> {
                    StringBuilder dump = new StringBuilder();
                    for (byte[] key : commands.keys("*")) {
                        dump.append(HexFormat.of().formatHex(key)).append('\n');
                        if (commands.type(key).equals("zset")) {
                            commands.zrange(key, 0, -1)
                                    .forEach(it -> dump.append(HexFormat.of().formatHex(it)));
                            continue;
                        }
                        for (Map.Entry<byte[], byte[]> field : commands.hgetall(key).entrySet()) {
                            dump.append(HexFormat.of().formatHex(field.getKey()))
                                    .append(' ')
                                    .append(HexFormat.of().formatHex(field.getValue()))
                                    .append('\n');
                        }
                    }
                    return dump.toString();
                });
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
