package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.tenant.ApiKey;
import dev.selfsame.server.tenant.ApiKeyStore;
import dev.selfsame.server.tenant.KeyHash;
import dev.selfsame.server.tenant.Scopes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

final class JdbcApiKeys implements ApiKeyStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    JdbcApiKeys(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    @Override
    public void add(Entry entry) {
        ApiKey key = entry.key();
        jdbc.sql(
                        """
                        insert into api_key
                            (id, tenant_id, name, secret_sha256, scopes, created, expires)
                        values (:id, :tenant, :name, :hash, :scopes, :created, :expires)
                        """)
                .param("id", key.id())
                .param("tenant", key.tenantId())
                .param("name", key.name())
                .param("hash", entry.hash().hex())
                .param("scopes", key.scopes().text())
                .param("created", Times.utc(key.created()))
                .param("expires", key.expires() == null ? null : Times.utc(key.expires()))
                .update();
    }

    @Override
    public Optional<Entry> find(String keyId) {
        return jdbc.sql("select * from api_key where id = :id")
                .param("id", keyId)
                .query((row, _) -> new Entry(key(row), new KeyHash(row.getString("secret_sha256"))))
                .optional();
    }

    @Override
    public List<ApiKey> list(String tenantId) {
        return jdbc.sql("select * from api_key where tenant_id = :tenant order by created, id")
                .param("tenant", tenantId)
                .query((row, _) -> key(row))
                .list();
    }

    @Override
    public boolean isEmpty() {
        return jdbc.sql("select count(*) from api_key").query(Long.class).single() == 0;
    }

    @Override
    public void markUsed(String tenantId, String keyId, Instant at) {
        jdbc.sql("update api_key set last_used = :at where tenant_id = :tenant and id = :id")
                .param("at", Times.utc(at))
                .param("tenant", tenantId)
                .param("id", keyId)
                .update();
    }

    @Override
    public boolean replace(Entry successor, String keyId, Instant now, Instant end) {
        Boolean replaced =
                transactions.execute(
                        _ -> {
                            String tenantId = successor.key().tenantId();
                            boolean ended =
                                    expire(tenantId, keyId, now, end)
                                            && (end.isAfter(now) || revoke(tenantId, keyId, now));
                            if (ended) {
                                add(successor);
                            }
                            return ended;
                        });
        return Boolean.TRUE.equals(replaced);
    }

    private boolean expire(String tenantId, String keyId, Instant now, Instant end) {
        return jdbc.sql(
                                """
                                update api_key set expires =
                                    case when expires < :end then expires else :end end
                                where tenant_id = :tenant and id = :id and revoked is null
                                    and (expires is null or expires > :now)
                                """)
                        .param("end", Times.utc(end))
                        .param("tenant", tenantId)
                        .param("id", keyId)
                        .param("now", Times.utc(now))
                        .update()
                == 1;
    }

    @Override
    public boolean revoke(String tenantId, String keyId, Instant at) {
        return jdbc.sql(
                                """
                                update api_key set revoked = :at
                                where tenant_id = :tenant and id = :id and revoked is null
                                """)
                        .param("at", Times.utc(at))
                        .param("tenant", tenantId)
                        .param("id", keyId)
                        .update()
                == 1;
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("tenant_id"),
                row.getString("name"),
                Scopes.stored(row.getString("scopes")),
                Times.instant(row, "created"),
                Times.instantOrNull(row, "expires"),
                Times.instantOrNull(row, "last_used"),
                Times.instantOrNull(row, "revoked"));
    }
}
