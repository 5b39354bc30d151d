package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.receipt.ReceiptQuery;
import dev.selfsame.server.receipt.ReceiptStore;
import dev.selfsame.server.receipt.StoredReceipt;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

final class JdbcReceipts implements ReceiptStore {

    private final JdbcClient jdbc;

    JdbcReceipts(JdbcClient jdbc) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
    }

    @Override
    public Optional<StoredReceipt> find(UUID id) {
        return jdbc.sql("select * from deletion_receipt where id = :id")
                .param("id", id)
                .query((row, _) -> ReceiptRows.of(row))
                .optional();
    }

    @Override
    public List<StoredReceipt> list(ReceiptQuery query) {
        return jdbc.sql(
                        """
                        select * from deletion_receipt
                        where (cast(:tenant as varchar(64)) is null or tenant_id = :tenant)
                            and (cast(:subject as varchar(64)) is null or subject = :subject)
                        order by made desc, id
                        limit :limit
                        """)
                .param("tenant", query.tenantId())
                .param("subject", query.subject())
                .param("limit", query.limit())
                .query((row, _) -> ReceiptRows.of(row))
                .list();
    }

    @Override
    public long countBefore(Instant time) {
        return jdbc.sql("select count(*) from deletion_receipt where made < :before")
                .param("before", Times.utc(time))
                .query(Long.class)
                .single();
    }

    @Override
    public int deleteBefore(Instant time, int limit) {
        return jdbc.sql(
                        """
                        delete from deletion_receipt where id in (
                            select id from deletion_receipt where made < :before
                            order by made limit :limit
                        )
                        """)
                .param("before", Times.utc(time))
                .param("limit", limit)
                .update();
    }
}
