package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.person.AttemptStore;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;

final class JdbcAttempts implements AttemptStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    private record Row(int failures, Instant blockedUntil) {}

    JdbcAttempts(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    @Override
    public Optional<Instant> countFailure(
            UUID personId, Instant now, IntFunction<Instant> endOfWait) {
        open(personId);
        return Objects.requireNonNull(
                transactions.execute(_ -> count(personId, now, endOfWait)), "result");
    }

    private void open(UUID personId) {
        try {
            jdbc.sql(
                            """
                            insert into verification_failure (person_id, failures, blocked_until)
                            select :person, 0, :past where not exists
                            (select 1 from verification_failure where person_id = :person)
                            """)
                    .param("person", personId)
                    .param("past", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DataIntegrityViolationException _) {
            // why: another attempt was faster, or the person is gone
        }
    }

    private Optional<Instant> count(UUID personId, Instant now, IntFunction<Instant> endOfWait) {
        Optional<Row> found =
                jdbc.sql(
                                """
                                select failures, blocked_until from verification_failure
                                where person_id = :person for update
                                """)
                        .param("person", personId)
                        .query(
                                (row, _) ->
                                        new Row(
                                                row.getInt(1),
                                                row.getObject(2, OffsetDateTime.class).toInstant()))
                        .optional();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Row before = found.get();
        if (before.blockedUntil().isAfter(now)) {
            return Optional.of(before.blockedUntil());
        }
        int failures = before.failures() + 1;
        jdbc.sql(
                        """
                        update verification_failure
                        set failures = :failures, blocked_until = :until where person_id = :person
                        """)
                .param("failures", failures)
                .param("until", endOfWait.apply(failures).atOffset(ZoneOffset.UTC))
                .param("person", personId)
                .update();
        return Optional.empty();
    }

    @Override
    public void takeBack(UUID personId) {
        jdbc.sql(
                        """
                        update verification_failure
                        set failures = failures - 1, blocked_until = :past
                        where person_id = :person and failures > 0
                        """)
                .param("past", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .param("person", personId)
                .update();
    }

    @Override
    public void clear(UUID personId) {
        jdbc.sql("delete from verification_failure where person_id = :person")
                .param("person", personId)
                .update();
    }
}
