package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.vault.ServerKey;
import dev.selfsame.server.vault.ServerKeyStore;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The sealed part of the signing keys, the only keys that belong to no tenant. */
final class JdbcServerKeys implements ServerKeyStore {

    private final JdbcClient jdbc;

    JdbcServerKeys(JdbcClient jdbc) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
    }

    @Override
    public List<ServerKey> sealedByOthersThan(String masterId) {
        return jdbc.sql("select * from signing_key where master_id <> :master order by kid")
                .param("master", masterId)
                .query(
                        (row, _) ->
                                new ServerKey(
                                        row.getString("kid"),
                                        row.getString("master_id"),
                                        row.getBytes("box")))
                .list();
    }

    @Override
    public boolean rewrap(ServerKey before, ServerKey after) {
        return jdbc.sql(
                                """
                                update signing_key set master_id = :master, box = :box
                                where kid = :kid and master_id = :before
                                """)
                        .param("master", after.masterId())
                        .param("box", after.box())
                        .param("kid", before.id())
                        .param("before", before.masterId())
                        .update()
                == 1;
    }

    @Override
    public Map<String, Long> countByMaster() {
        return MasterCounts.of(jdbc, "signing_key");
    }
}
