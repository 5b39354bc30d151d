package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.callback.Callback;
import dev.selfsame.server.callback.CallbackStore;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Notifications as rows. A claim is one conditional update: both databases let a second one wait
 * for the first and then find that the row is no longer as it was seen.
 */
final class JdbcCallbacks implements CallbackStore {

    private static final String NO_PLACE = "";

    private final JdbcClient jdbc;

    JdbcCallbacks(JdbcClient jdbc) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
    }

    @Override
    public void add(Callback callback) {
        try {
            jdbc.sql(
                            """
                            insert into callback
                            (id, tenant_id, session_id, target, place, attempts, due)
                            select :id, :tenant, :session, :target, :place, :attempts, :due
                            where exists (select 1 from tenant where id = :tenant)
                            """)
                    .param("id", callback.id())
                    .param("tenant", callback.tenantId())
                    .param("session", callback.sessionId())
                    .param("target", callback.target().toString())
                    .param("place", callback.place())
                    .param("attempts", callback.attempts())
                    .param("due", Times.utc(callback.due()))
                    .update();
        } catch (DataIntegrityViolationException _) {
            // why: the tenant was deleted in the meantime
        }
    }

    @Override
    public List<String> tenantsWithDue(Instant now) {
        // why from the tenants: one look into the index for each, however many rows wait
        return jdbc.sql(
                        """
                        select t.id from tenant t where exists
                        (select 1 from callback c where c.tenant_id = t.id and c.due <= :now)
                        """)
                .param("now", Times.utc(now))
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<Callback> due(String tenantId, Instant now, Set<String> exceptPlaces, int limit) {
        return jdbc.sql(
                        """
                        select * from callback
                        where tenant_id = :tenant and due <= :now and place not in (:places)
                        order by due, id limit :limit
                        """)
                .param("tenant", tenantId)
                .param("now", Times.utc(now))
                .param("places", exceptPlaces.isEmpty() ? Set.of(NO_PLACE) : exceptPlaces)
                .param("limit", limit)
                .query((row, _) -> callback(row))
                .list();
    }

    @Override
    public boolean claim(Callback seen, Instant now, Instant until) {
        return jdbc.sql(
                                """
                                update callback set due = :until, attempts = :attempts + 1
                                where id = :id and attempts = :attempts and due <= :now
                                """)
                        .param("until", Times.utc(until))
                        .param("attempts", seen.attempts())
                        .param("id", seen.id())
                        .param("now", Times.utc(now))
                        .update()
                == 1;
    }

    @Override
    public boolean postpone(Callback claimed, Instant due) {
        return jdbc.sql(
                                """
                                update callback set due = :due
                                where id = :id and attempts = :attempts
                                """)
                        .param("due", Times.utc(due))
                        .param("id", claimed.id())
                        .param("attempts", claimed.attempts())
                        .update()
                == 1;
    }

    @Override
    public boolean remove(Callback claimed) {
        return jdbc.sql("delete from callback where id = :id and attempts = :attempts")
                        .param("id", claimed.id())
                        .param("attempts", claimed.attempts())
                        .update()
                == 1;
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return jdbc.sql("select due from callback where due > :after order by due limit 1")
                .param("after", Times.utc(after))
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private static Callback callback(ResultSet row) throws SQLException {
        return new Callback(
                row.getObject("id", UUID.class),
                row.getString("tenant_id"),
                row.getObject("session_id", UUID.class),
                URI.create(row.getString("target")),
                row.getInt("attempts"),
                Times.instant(row, "due"));
    }
}
