package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.portal.OneTimeCodes;
import dev.selfsame.server.vault.ServerKey;
import dev.selfsame.server.vault.ServerKeyStore;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What belongs to no tenant and is sealed by the master key itself: the signing keys, and secrets
 * of one-time codes.
 */
final class JdbcServerKeys implements ServerKeyStore {

    private final JdbcClient jdbc;

    JdbcServerKeys(JdbcClient jdbc) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
    }

    @Override
    public List<ServerKey> sealedByOthersThan(String masterId) {
        List<ServerKey> all = new ArrayList<>();
        all.addAll(
                jdbc.sql("select * from signing_key where master_id <> :master order by kid")
                        .param("master", masterId)
                        .query(
                                (row, _) ->
                                        new ServerKey(
                                                row.getString("kid"),
                                                row.getString("master_id"),
                                                row.getBytes("box")))
                        .list());
        all.addAll(
                jdbc.sql("select * from portal_totp where master_id <> :master order by user_name")
                        .param("master", masterId)
                        .query((row, _) -> JdbcPortalUsers.totp(row))
                        .list());
        return all;
    }

    @Override
    public boolean rewrap(ServerKey before, ServerKey after) {
        String id = before.id();
        return id.startsWith(OneTimeCodes.PLACE)
                ? rewrap(
                        """
                        update portal_totp set master_id = :master, box = :box
                        where user_name = :id and master_id = :before
                        """,
                        id.substring(OneTimeCodes.PLACE.length()),
                        before,
                        after)
                : rewrap(
                        """
                        update signing_key set master_id = :master, box = :box
                        where kid = :id and master_id = :before
                        """,
                        id,
                        before,
                        after);
    }

    private boolean rewrap(String sql, String id, ServerKey before, ServerKey after) {
        return jdbc.sql(sql)
                        .param("master", after.masterId())
                        .param("box", after.box())
                        .param("id", id)
                        .param("before", before.masterId())
                        .update()
                == 1;
    }

    @Override
    public Map<String, Long> countByMaster() {
        Map<String, Long> counts = MasterCounts.of(jdbc, "signing_key");
        MasterCounts.of(jdbc, "portal_totp")
                .forEach((master, count) -> counts.merge(master, count, Long::sum));
        return counts;
    }
}
