package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.receipt.StoredReceipt;
import dev.selfsame.server.tenant.MatchingRules;
import dev.selfsame.server.tenant.RetentionRules;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.tenant.TenantRetention;
import dev.selfsame.server.tenant.TenantStore;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

final class JdbcTenants implements TenantStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    JdbcTenants(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    @Override
    public boolean addIfAbsent(Tenant tenant) {
        try {
            return Boolean.TRUE.equals(transactions.execute(_ -> insert(tenant)));
        } catch (DuplicateKeyException _) {
            // why: another process was faster
            return false;
        }
    }

    private boolean insert(Tenant tenant) {
        int rows =
                jdbc.sql(
                                """
                                insert into tenant (id, name, face_fmr, finger_fmr, created)
                                select :id, cast(:name as varchar(100)),
                                    cast(:face as double precision),
                                    cast(:finger as double precision), :created
                                where not exists (select 1 from tenant where id = :id)
                                """)
                        .param("id", tenant.id())
                        .param("name", tenant.name())
                        .param("face", tenant.rules().faceFmr())
                        .param("finger", tenant.rules().fingerFmr())
                        .param("created", Times.utc(tenant.created()))
                        .update();
        // why after: a deletion that was under way is over when the row could be inserted
        if (rows == 1 && isRetired(tenant.id())) {
            throw Tenant.retired(tenant.id());
        }
        return rows == 1;
    }

    @Override
    public boolean isRetired(String tenantId) {
        return jdbc.sql("select count(*) from retired_tenant where id = :id")
                        .param("id", tenantId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public Optional<Tenant> find(String tenantId) {
        return jdbc.sql("select * from tenant where id = :id")
                .param("id", tenantId)
                .query((row, _) -> tenant(row))
                .optional();
    }

    @Override
    public List<Tenant> list() {
        return jdbc.sql("select * from tenant order by created, id")
                .query((row, _) -> tenant(row))
                .list();
    }

    @Override
    public boolean setRules(String tenantId, MatchingRules rules) {
        return jdbc.sql(
                                """
                                update tenant set face_fmr = cast(:face as double precision),
                                    finger_fmr = cast(:finger as double precision)
                                where id = :id
                                """)
                        .param("face", rules.faceFmr())
                        .param("finger", rules.fingerFmr())
                        .param("id", tenantId)
                        .update()
                == 1;
    }

    @Override
    public Optional<TenantRetention> retention(String tenantId) {
        return jdbc.sql("select * from tenant where id = :id")
                .param("id", tenantId)
                .query((row, _) -> retention(row))
                .optional();
    }

    @Override
    public List<TenantRetention> retentions() {
        return jdbc.sql(
                        """
                        select * from tenant
                        where retain_people_days is not null or retain_usage_days is not null
                            or delete_ended_consents
                        order by id
                        """)
                .query((row, _) -> retention(row))
                .list();
    }

    @Override
    public boolean setRetention(String tenantId, RetentionRules rules, Instant at) {
        return jdbc.sql(
                                """
                                update tenant set
                                    retain_people_since = case
                                        when cast(:people as integer) is null then null
                                        else coalesce(retain_people_since, :at) end,
                                    retain_people_days = cast(:people as integer),
                                    retain_usage_days = cast(:usage as integer),
                                    delete_ended_consents = :consents
                                where id = :id
                                """)
                        .param("people", rules.peopleDays())
                        .param("usage", rules.usageDays())
                        .param("consents", rules.deletesEndedConsents())
                        .param("at", Times.utc(at))
                        .param("id", tenantId)
                        .update()
                == 1;
    }

    private static TenantRetention retention(ResultSet row) throws SQLException {
        return new TenantRetention(
                row.getString("id"),
                new RetentionRules(
                        row.getObject("retain_people_days", Integer.class),
                        row.getObject("retain_usage_days", Integer.class),
                        row.getBoolean("delete_ended_consents")),
                Times.instantOrNull(row, "retain_people_since"));
    }

    @Override
    public boolean delete(String tenantId, Instant at) {
        return Boolean.TRUE.equals(transactions.execute(_ -> retire(tenantId, at)));
    }

    @Override
    public boolean delete(String tenantId, Instant at, StoredReceipt receipt) {
        return Boolean.TRUE.equals(
                transactions.execute(
                        _ -> {
                            boolean deleted = retire(tenantId, at);
                            if (deleted) {
                                ReceiptRows.insert(jdbc, receipt);
                            }
                            return deleted;
                        }));
    }

    private boolean retire(String tenantId, Instant at) {
        int rows = jdbc.sql("delete from tenant where id = :id").param("id", tenantId).update();
        if (rows == 1) {
            jdbc.sql("insert into retired_tenant (id, deleted) values (:id, :at)")
                    .param("id", tenantId)
                    .param("at", Times.utc(at))
                    .update();
        }
        return rows == 1;
    }

    private static Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(
                row.getString("id"),
                row.getString("name"),
                new MatchingRules(
                        row.getObject("face_fmr", Double.class),
                        row.getObject("finger_fmr", Double.class)),
                Times.instant(row, "created"));
    }
}
