package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.receipt.StoredReceipt;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Receipts as rows; those who delete add them to their own transaction. */
final class ReceiptRows {

    private ReceiptRows() {}

    static void insert(JdbcClient jdbc, StoredReceipt receipt) {
        jdbc.sql(
                        """
                        insert into deletion_receipt (id, tenant_id, made, subject, jws)
                        values (:id, :tenant, :made, cast(:subject as varchar(64)), :jws)
                        """)
                .param("id", receipt.id())
                .param("tenant", receipt.tenantId())
                .param("made", Times.utc(receipt.made()))
                .param("subject", receipt.subject())
                .param("jws", receipt.jws())
                .update();
    }

    static StoredReceipt of(ResultSet row) throws SQLException {
        return new StoredReceipt(
                row.getObject("id", UUID.class),
                row.getString("tenant_id"),
                Times.instant(row, "made"),
                row.getString("subject"),
                row.getString("jws"));
    }
}
