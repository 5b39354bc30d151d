package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.retention.RetentionLease;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

final class JdbcRetentionLease implements RetentionLease {

    private static final String NAME = "retention";

    private final JdbcClient jdbc;

    JdbcRetentionLease(JdbcClient jdbc) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
    }

    @Override
    public boolean take(UUID holder, Instant now, Instant until, Instant finishedBefore) {
        return jdbc.sql(
                                """
                                update lease set holder = :holder, held_until = :until
                                where name = :name
                                    and (holder is null or holder = :holder or held_until < :now)
                                    and (finished is null or finished < :finishedBefore)
                                """)
                        .param("holder", holder)
                        .param("until", Times.utc(until))
                        .param("name", NAME)
                        .param("now", Times.utc(now))
                        .param("finishedBefore", Times.utc(finishedBefore))
                        .update()
                == 1;
    }

    @Override
    public void finish(UUID holder, Instant now) {
        jdbc.sql(
                        """
                        update lease set holder = null, held_until = null, finished = :now
                        where name = :name and holder = :holder
                        """)
                .param("now", Times.utc(now))
                .param("name", NAME)
                .param("holder", holder)
                .update();
    }

    @Override
    public void giveBack(UUID holder) {
        jdbc.sql(
                        """
                        update lease set holder = null, held_until = null
                        where name = :name and holder = :holder
                        """)
                .param("name", NAME)
                .param("holder", holder)
                .update();
    }
}
