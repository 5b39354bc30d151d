package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.person.ConsentCounts;
import dev.selfsame.server.person.Expiry;
import dev.selfsame.server.person.PeopleCensus;
import dev.selfsame.server.person.PersonStore.Changed;
import dev.selfsame.server.person.StoredPerson;
import dev.selfsame.server.receipt.Erased;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class JdbcPeopleCensus implements PeopleCensus {

    private static final String UNUSED =
            "(q.updated < :unused and (q.last_used is null or q.last_used < :unusedDay))";
    private static final String ENDED = "(d.ends <= :ended)";

    private final JdbcClient jdbc;

    JdbcPeopleCensus(JdbcClient jdbc) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
    }

    @Override
    public List<StoredPerson> expired(Expiry expiry, UUID after, int limit) {
        if (!expiry.isAny()) {
            return List.of();
        }
        StatementSpec statement =
                jdbc.sql(
                                PersonRows.SELECT
                                        + """
                                        where p.id in (
                                            select q.id from person q
                                                left join person_consent d on d.person_id = q.id
                                            where q.tenant_id = :tenant and q.id > :after
                                                and (%s)
                                            order by q.id limit :limit
                                        )
                                        order by p.id
                                        """
                                                .formatted(reasons(expiry)))
                        .param("after", after)
                        .param("limit", limit);
        return PersonRows.read(with(expiry, statement)).stream().map(Changed::person).toList();
    }

    @Override
    public Expired countExpired(Expiry expiry) {
        if (!expiry.isAny()) {
            return new Expired(0, 0);
        }
        String ended = expiry.endedBy() == null ? "0" : "count(case when " + ENDED + " then 1 end)";
        StatementSpec statement =
                jdbc.sql(
                        """
                        select count(*), %s from person q
                            left join person_consent d on d.person_id = q.id
                        where q.tenant_id = :tenant and (%s)
                        """
                                .formatted(ended, reasons(expiry)));
        return with(expiry, statement)
                .query((row, _) -> new Expired(row.getLong(1) - row.getLong(2), row.getLong(2)))
                .single();
    }

    private static String reasons(Expiry expiry) {
        return Stream.of(
                        expiry.unusedBefore() == null ? "" : UNUSED,
                        expiry.endedBy() == null ? "" : ENDED)
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.joining(" or "));
    }

    private static StatementSpec with(Expiry expiry, StatementSpec statement) {
        StatementSpec spec = statement.param("tenant", expiry.tenantId());
        Instant unused = expiry.unusedBefore();
        if (unused != null) {
            spec =
                    spec.param("unused", Times.utc(unused))
                            .param("unusedDay", expiry.unusedBeforeDay());
        }
        Instant ended = expiry.endedBy();
        return ended == null ? spec : spec.param("ended", Times.utc(ended));
    }

    @Override
    public Erased holdings(String tenantId) {
        return jdbc.sql(
                        """
                        select
                            (select count(*) from person where tenant_id = :tenant),
                            (select count(*) from person_template t
                                join person p on p.id = t.person_id
                                where p.tenant_id = :tenant and t.slot = 0),
                            (select count(*) from person_template t
                                join person p on p.id = t.person_id
                                where p.tenant_id = :tenant and t.slot > 0),
                            (select count(*) from person_consent c
                                join person p on p.id = c.person_id
                                where p.tenant_id = :tenant)
                        """)
                .param("tenant", tenantId)
                .query(
                        (row, _) ->
                                new Erased(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4)))
                .single();
    }

    @Override
    public ConsentCounts consents(String tenantId, Instant now) {
        return jdbc.sql(
                        """
                        select count(*), count(c.person_id),
                            count(case when c.ends <= :now then 1 end)
                        from person p left join person_consent c on c.person_id = p.id
                        where p.tenant_id = :tenant
                        """)
                .param("now", Times.utc(now))
                .param("tenant", tenantId)
                .query(
                        (row, _) ->
                                new ConsentCounts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }
}
