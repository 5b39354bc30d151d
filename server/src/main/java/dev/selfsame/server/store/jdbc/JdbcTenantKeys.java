package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.vault.TenantKeyStore;
import dev.selfsame.server.vault.WrappedKey;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

final class JdbcTenantKeys implements TenantKeyStore {

    private final JdbcClient jdbc;

    JdbcTenantKeys(JdbcClient jdbc) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
    }

    @Override
    public boolean add(WrappedKey key) {
        try {
            return jdbc.sql(
                                    """
                                    insert into tenant_key
                                    (id, tenant_id, purpose, version, master_id, box, created)
                                    values (:id, :tenant, :purpose, :version, :master, :box, :at)
                                    """)
                            .param("id", key.id())
                            .param("tenant", key.tenantId())
                            .param("purpose", key.purpose().name())
                            .param("version", key.version())
                            .param("master", key.masterId())
                            .param("box", key.box())
                            .param("at", key.created().atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
        } catch (DataIntegrityViolationException _) {
            // why: another process was faster, or the tenant is gone
            return false;
        }
    }

    @Override
    public Optional<WrappedKey> find(UUID id) {
        return jdbc.sql("select * from tenant_key where id = :id")
                .param("id", id)
                .query((row, _) -> key(row))
                .optional();
    }

    @Override
    public Optional<WrappedKey> newest(String tenantId, WrappedKey.Purpose purpose) {
        return jdbc.sql(
                        """
                        select * from tenant_key where tenant_id = :tenant and purpose = :purpose
                        order by version desc limit 1
                        """)
                .param("tenant", tenantId)
                .param("purpose", purpose.name())
                .query((row, _) -> key(row))
                .optional();
    }

    @Override
    public List<WrappedKey> sealedByOthersThan(String masterId) {
        return jdbc.sql("select * from tenant_key where master_id <> :master order by id")
                .param("master", masterId)
                .query((row, _) -> key(row))
                .list();
    }

    @Override
    public boolean rewrap(WrappedKey before, WrappedKey after) {
        return jdbc.sql(
                                """
                                update tenant_key set master_id = :master, box = :box
                                where id = :id and master_id = :before
                                """)
                        .param("master", after.masterId())
                        .param("box", after.box())
                        .param("id", before.id())
                        .param("before", before.masterId())
                        .update()
                == 1;
    }

    @Override
    public Set<String> masterIds() {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select master_id from tenant_key
                                union select master_id from signing_key where master_id is not null
                                union select master_id from portal_totp
                                """)
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    @Override
    public Map<String, Long> countByMaster() {
        return MasterCounts.of(jdbc, "tenant_key");
    }

    @Override
    public List<String> tenants() {
        return jdbc.sql("select distinct tenant_id from tenant_key order by tenant_id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static WrappedKey key(ResultSet row) throws SQLException {
        return new WrappedKey(
                row.getObject("id", UUID.class),
                row.getString("tenant_id"),
                WrappedKey.Purpose.valueOf(row.getString("purpose")),
                row.getInt("version"),
                row.getString("master_id"),
                row.getBytes("box"),
                row.getObject("created", OffsetDateTime.class).toInstant());
    }
}
