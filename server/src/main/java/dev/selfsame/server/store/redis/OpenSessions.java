package dev.selfsame.server.store.redis;

import dev.selfsame.server.biosession.OpenSession;

import io.lettuce.core.KeyValue;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Counts and lists what is open, from the sorted set that each tenant has: one round trip for
 * counts, two for a list, whatever else lies in Redis.
 */
final class OpenSessions {

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

    private final RedisLink link;
    private final SessionFields fields;
    private final Clock clock;

    OpenSessions(RedisLink link, SessionFields fields, Clock clock) {
        this.link = Objects.requireNonNull(link, "link");
        this.fields = Objects.requireNonNull(fields, "fields");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    Map<String, Long> count(Collection<String> tenantIds) {
        List<String> tenants = List.copyOf(tenantIds);
        Range<Long> open = open();
        List<Long> found =
                link.ask(
                        tenants,
                        (commands, tenant) -> commands.zcount(SessionKey.openBytes(tenant), open));
        Map<String, Long> counts = new HashMap<>();
        for (int i = 0; i < tenants.size(); i++) {
            counts.put(tenants.get(i), found.get(i));
        }
        return counts;
    }

    List<OpenSession> list(String tenantId, int limit) {
        Range<Long> open = open();
        List<SessionKey> keys =
                link
                        .call(
                                commands ->
                                        commands.zrevrangebyscore(
                                                SessionKey.openBytes(tenantId),
                                                open,
                                                Limit.create(0, limit)))
                        .stream()
                        .flatMap(member -> SessionKey.ofMember(tenantId, member).stream())
                        .toList();
        List<List<KeyValue<byte[], byte[]>>> found =
                link.ask(
                        keys,
                        (commands, key) ->
                                commands.hmget(
                                        key.bytes(),
                                        SessionKey.sessionField(),
                                        SessionKey.countField()));
        List<OpenSession> sessions = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            session(keys.get(i), found.get(i)).ifPresent(sessions::add);
        }
        return sessions;
    }

    /** From the next millisecond on, as a session is no more at its end. */
    private Range<Long> open() {
        return Range.from(Boundary.excluding(clock.instant().toEpochMilli()), Boundary.unbounded());
    }

    /** Empty where it is gone, as when Redis was emptied in part, or cannot be opened. */
    private Optional<OpenSession> session(SessionKey key, List<KeyValue<byte[], byte[]>> found) {
        return found.get(0).hasValue()
                ? fields.session(key, found.get(0).getValue())
                        .filter(session -> session.isOpenAt(clock.instant()))
                        .map(session -> new OpenSession(session, faces(found.get(1))))
                : Optional.empty();
    }

    private static int faces(KeyValue<byte[], byte[]> count) {
        String text =
                count.hasValue() ? new String(count.getValue(), StandardCharsets.US_ASCII) : "";
        return COUNT.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }
}
