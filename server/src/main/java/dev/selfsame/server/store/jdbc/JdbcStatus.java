package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.status.ApiGroup;
import dev.selfsame.server.status.DayMinutes;
import dev.selfsame.server.status.DayRequests;
import dev.selfsame.server.status.LatencyHistogram;
import dev.selfsame.server.status.MinuteResult;
import dev.selfsame.server.status.Part;
import dev.selfsame.server.status.StatusBatch;
import dev.selfsame.server.status.StatusStore;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measurements as rows that are added to, each batch in one transaction. A batch whose commit
 * nobody heard of is written again and then counts twice; for figures that is good enough.
 */
final class JdbcStatus implements StatusStore {

    private static final int TRIES = 5;
    private static final Comparator<DayRequests> ORDER =
            Comparator.comparing(DayRequests::day).thenComparing(DayRequests::api);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    JdbcStatus(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    private record DayAndApi(LocalDate day, ApiGroup api) {}

    @Override
    public void check() {
        jdbc.sql("select 1").query(Integer.class).single();
    }

    @Override
    public void add(StatusBatch batch) {
        for (int tries = 1; ; tries++) {
            try {
                transactions.executeWithoutResult(_ -> addOnce(batch));
                return;
            } catch (DuplicateKeyException | ConcurrencyFailureException e) {
                // why: another server inserted the same row first; now it is there to be added to
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Always in the same order, so that two servers do not wait for each other in a circle. */
    private void addOnce(StatusBatch batch) {
        batch.minutes().forEach(this::add);
        batch.requests().stream().sorted(ORDER).forEach(this::add);
    }

    private void add(MinuteResult minute) {
        int there =
                jdbc.sql(
                                """
                                update status_minutes set
                                    measured = measured
                                        + case when last_measured < :minute then 1 else 0 end,
                                    last_measured = case when last_measured < :minute
                                        then :minute else last_measured end
                                where utc_day = :day and part = :part
                                """)
                        .param("minute", minute.minute())
                        .param("day", minute.day())
                        .param("part", minute.part().id())
                        .update();
        if (there == 0) {
            jdbc.sql("insert into status_minutes values (:day, :part, 1, 0, :minute, -1)")
                    .param("day", minute.day())
                    .param("part", minute.part().id())
                    .param("minute", minute.minute())
                    .update();
        }
        if (minute.passed()) {
            jdbc.sql(
                            """
                            update status_minutes set passed = passed + 1, last_passed = :minute
                            where utc_day = :day and part = :part and last_passed < :minute
                            """)
                    .param("minute", minute.minute())
                    .param("day", minute.day())
                    .param("part", minute.part().id())
                    .update();
        }
    }

    private void add(DayRequests day) {
        int there =
                jdbc.sql(
                                """
                                update status_requests set requests = requests + :requests,
                                    failed = failed + :failed, refused = refused + :refused
                                where utc_day = :day and api = :api
                                """)
                        .params(values(day))
                        .update();
        if (there == 0) {
            jdbc.sql(
                            """
                            insert into status_requests (utc_day, api, requests, failed, refused)
                            values (:day, :api, :requests, :failed, :refused)
                            """)
                    .params(values(day))
                    .update();
        }
        day.times().counts().forEach((bucket, requests) -> add(day, bucket, requests));
    }

    private static Map<String, Object> values(DayRequests day) {
        Map<String, Object> values = new HashMap<>();
        values.put("day", day.day());
        values.put("api", day.api().id());
        values.put("requests", day.requests());
        values.put("failed", day.failed());
        values.put("refused", day.refused());
        return values;
    }

    private void add(DayRequests day, int bucket, long requests) {
        Map<String, Object> values =
                Map.of("day", day.day(), "api", day.api().id(), "bucket", bucket, "n", requests);
        int there =
                jdbc.sql(
                                """
                                update status_latency set requests = requests + :n
                                where utc_day = :day and api = :api and bucket = :bucket
                                """)
                        .params(values)
                        .update();
        if (there == 0) {
            jdbc.sql("insert into status_latency values (:day, :api, :bucket, :n)")
                    .params(values)
                    .update();
        }
    }

    @Override
    public List<DayRequests> requests(LocalDate from) {
        Map<DayAndApi, SortedMap<Integer, Long>> times = new HashMap<>();
        jdbc.sql("select * from status_latency where utc_day >= :from")
                .param("from", from)
                .query(
                        row -> {
                            times.computeIfAbsent(dayAndApi(row), _ -> new TreeMap<>())
                                    .put(row.getInt("bucket"), row.getLong("requests"));
                        });
        return jdbc.sql("select * from status_requests where utc_day >= :from order by 1, 2")
                .param("from", from)
                .query(
                        (row, _) -> {
                            DayAndApi key = dayAndApi(row);
                            return new DayRequests(
                                    key.day(),
                                    key.api(),
                                    row.getLong("requests"),
                                    row.getLong("failed"),
                                    row.getLong("refused"),
                                    new LatencyHistogram(times.getOrDefault(key, new TreeMap<>())));
                        })
                .list();
    }

    private static DayAndApi dayAndApi(ResultSet row) throws SQLException {
        return new DayAndApi(
                row.getObject("utc_day", LocalDate.class), ApiGroup.of(row.getString("api")));
    }

    @Override
    public List<DayMinutes> minutes(LocalDate from) {
        return jdbc.sql("select * from status_minutes where utc_day >= :from order by 1, 2")
                .param("from", from)
                .query(
                        (row, _) ->
                                new DayMinutes(
                                        row.getObject("utc_day", LocalDate.class),
                                        Part.of(row.getString("part")),
                                        row.getInt("measured"),
                                        // why: a server that tells of a minute late, before which
                                        // no other one looked, is heard in one of them alone
                                        Math.min(row.getInt("passed"), row.getInt("measured"))))
                .list();
    }

    @Override
    public void deleteBefore(LocalDate day) {
        for (String table : List.of("status_requests", "status_latency", "status_minutes")) {
            jdbc.sql("delete from " + table + " where utc_day < :day").param("day", day).update();
        }
    }
}
