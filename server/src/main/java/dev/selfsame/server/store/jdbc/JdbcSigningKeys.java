package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.signing.SigningAlgorithm;
import dev.selfsame.server.signing.SigningKeyStore;
import dev.selfsame.server.signing.StoredSigningKey;
import dev.selfsame.server.vault.ServerKey;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

final class JdbcSigningKeys implements SigningKeyStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    JdbcSigningKeys(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    @Override
    public List<StoredSigningKey> list() {
        return jdbc.sql("select * from signing_key order by created, kid")
                .query((row, _) -> key(row))
                .list();
    }

    @Override
    public boolean add(StoredSigningKey key) {
        try {
            insert(key);
            return true;
        } catch (DataIntegrityViolationException _) {
            // why: another process was faster
            return false;
        }
    }

    @Override
    public boolean rotate(StoredSigningKey key) {
        try {
            transactions.executeWithoutResult(
                    _ -> {
                        insert(key);
                        jdbc.sql(
                                        """
                                        update signing_key set master_id = null, box = null
                                        where algorithm = :algorithm and kid <> :kid
                                        """)
                                .param("algorithm", key.algorithm().name())
                                .param("kid", key.kid())
                                .update();
                    });
            return true;
        } catch (DataIntegrityViolationException _) {
            return false;
        }
    }

    private void insert(StoredSigningKey key) {
        ServerKey sealed = key.sealed();
        jdbc.sql(
                        """
                        insert into signing_key
                            (kid, algorithm, certificate, master_id, box, turn, created, retired)
                        values (:kid, :algorithm, :certificate, :master, :box, :turn, :at, null)
                        """)
                .param("kid", key.kid())
                .param("algorithm", key.algorithm().name())
                .param("certificate", key.certificate())
                .param("master", sealed == null ? null : sealed.masterId(), Types.VARCHAR)
                .param("box", sealed == null ? null : sealed.box(), Types.BINARY)
                .param("turn", key.turn() == 0 ? null : key.turn(), Types.BIGINT)
                .param("at", Times.utc(key.created()))
                .update();
    }

    @Override
    public boolean promote(String kid, long turn) {
        try {
            return jdbc.sql(
                                    """
                                    update signing_key set turn = :turn
                                    where kid = :kid and box is not null and retired is null
                                    """)
                            .param("turn", turn)
                            .param("kid", kid)
                            .update()
                    == 1;
        } catch (DataIntegrityViolationException _) {
            return false;
        }
    }

    @Override
    public boolean retire(String kid, Instant at) {
        return jdbc.sql(
                                """
                                update signing_key set retired = :at, master_id = null, box = null
                                where kid = :kid and retired is null and (turn is null
                                    or turn < (select max(other.turn) from signing_key other))
                                """)
                        .param("at", Times.utc(at))
                        .param("kid", kid)
                        .update()
                == 1;
    }

    private static StoredSigningKey key(ResultSet row) throws SQLException {
        return new StoredSigningKey(
                row.getString("kid"),
                SigningAlgorithm.valueOf(row.getString("algorithm")),
                row.getBytes("certificate"),
                sealed(row),
                row.getLong("turn"),
                Times.instant(row, "created"),
                Times.instantOrNull(row, "retired"));
    }

    private static @Nullable ServerKey sealed(ResultSet row) throws SQLException {
        String masterId = row.getString("master_id");
        return masterId == null
                ? null
                : new ServerKey(row.getString("kid"), masterId, row.getBytes("box"));
    }
}
