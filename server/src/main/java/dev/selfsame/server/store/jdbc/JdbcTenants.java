package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.tenant.TenantStore;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.ZoneOffset;
import java.util.Objects;

final class JdbcTenants implements TenantStore {

    private final JdbcClient jdbc;

    JdbcTenants(JdbcClient jdbc) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
    }

    @Override
    public void addIfAbsent(Tenant tenant) {
        try {
            jdbc.sql(
                            """
                            insert into tenant (id, created)
                            select :id, :created
                            where not exists (select 1 from tenant where id = :id)
                            """)
                    .param("id", tenant.id())
                    .param("created", tenant.created().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException _) {
            // why: another process was faster, which is as good
        }
    }
}
