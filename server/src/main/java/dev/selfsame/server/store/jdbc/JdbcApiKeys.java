package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.tenant.ApiKey;
import dev.selfsame.server.tenant.ApiKeyStore;
import dev.selfsame.server.tenant.KeyHash;
import dev.selfsame.server.tenant.Scopes;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

final class JdbcApiKeys implements ApiKeyStore {

    private final JdbcClient jdbc;

    JdbcApiKeys(JdbcClient jdbc) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
    }

    @Override
    public void add(Entry entry) {
        ApiKey key = entry.key();
        jdbc.sql(
                        """
                        insert into api_key (id, tenant_id, name, secret_sha256, scopes, created)
                        values (:id, :tenant, :name, :hash, :scopes, :created)
                        """)
                .param("id", key.id())
                .param("tenant", key.tenantId())
                .param("name", key.name())
                .param("hash", entry.hash().hex())
                .param("scopes", key.scopes().text())
                .param("created", utc(key.created()))
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
                .param("at", utc(at))
                .param("tenant", tenantId)
                .param("id", keyId)
                .update();
    }

    @Override
    public boolean revoke(String tenantId, String keyId, Instant at) {
        return jdbc.sql(
                                """
                                update api_key set revoked = :at
                                where tenant_id = :tenant and id = :id and revoked is null
                                """)
                        .param("at", utc(at))
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
                row.getObject("created", OffsetDateTime.class).toInstant(),
                instant(row, "last_used"),
                instant(row, "revoked"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
