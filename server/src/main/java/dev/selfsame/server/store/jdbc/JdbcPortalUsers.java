package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.portal.OneTimeCodes;
import dev.selfsame.server.portal.PasswordHash;
import dev.selfsame.server.portal.PortalRole;
import dev.selfsame.server.portal.PortalUser;
import dev.selfsame.server.portal.PortalUserStore;
import dev.selfsame.server.vault.ServerKey;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

final class JdbcPortalUsers implements PortalUserStore {

    private static final String SELECT =
            """
            select portal_user.*, portal_totp.last_step from portal_user
            left join portal_totp on portal_totp.user_name = portal_user.name
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    JdbcPortalUsers(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    @Override
    public Addition add(PortalUser user) {
        try {
            jdbc.sql(
                            """
                            insert into portal_user
                                (name, role, tenant_id, password_hash, stamp, created)
                            values (:name, :role, :tenant, :hash, :stamp, :created)
                            """)
                    .param("name", user.name())
                    .param("role", user.role().name())
                    .param("tenant", user.tenantId())
                    .param("hash", user.password().text())
                    .param("stamp", user.stamp())
                    .param("created", Times.utc(user.created()))
                    .update();
            return Addition.ADDED;
        } catch (DuplicateKeyException _) {
            return Addition.NAME_TAKEN;
        } catch (DataIntegrityViolationException _) {
            return Addition.NO_TENANT;
        }
    }

    @Override
    public Optional<PortalUser> find(String name) {
        return jdbc.sql(SELECT + "where portal_user.name = :name")
                .param("name", name)
                .query((row, _) -> user(row))
                .optional();
    }

    @Override
    public List<PortalUser> list() {
        return jdbc.sql(SELECT + "order by portal_user.name").query((row, _) -> user(row)).list();
    }

    @Override
    public boolean isEmpty() {
        return jdbc.sql("select count(*) from portal_user").query(Long.class).single() == 0;
    }

    @Override
    public boolean setPassword(String name, PasswordHash password, UUID stamp, boolean dropTotp) {
        return Boolean.TRUE.equals(
                transactions.execute(
                        _ -> {
                            if (dropTotp) {
                                dropTotp(name);
                            }
                            return setPassword(name, password, stamp);
                        }));
    }

    private boolean setPassword(String name, PasswordHash password, UUID stamp) {
        return jdbc.sql(
                                """
                                update portal_user set password_hash = :hash, stamp = :stamp
                                where name = :name
                                """)
                        .param("hash", password.text())
                        .param("stamp", stamp)
                        .param("name", name)
                        .update()
                == 1;
    }

    @Override
    public Removal delete(String name) {
        return Objects.requireNonNull(transactions.execute(_ -> remove(name)), "removal");
    }

    private Removal remove(String name) {
        // why locked: of two who delete each other at once one has to stay
        List<String> administrators =
                jdbc.sql("select name from portal_user where role = :role order by name for update")
                        .param("role", PortalRole.ADMINISTRATOR.name())
                        .query((row, _) -> row.getString("name"))
                        .list();
        if (administrators.equals(List.of(name))) {
            return Removal.LAST_ADMINISTRATOR;
        }
        int rows =
                jdbc.sql("delete from portal_user where name = :name").param("name", name).update();
        return rows == 1 ? Removal.DELETED : Removal.NO_USER;
    }

    @Override
    public boolean addTotp(String name, ServerKey secret, long lastStep) {
        try {
            return jdbc.sql(
                                    """
                                    insert into portal_totp (user_name, master_id, box, last_step)
                                    values (:name, :master, :box, :step)
                                    """)
                            .param("name", name)
                            .param("master", secret.masterId())
                            .param("box", secret.box())
                            .param("step", lastStep)
                            .update()
                    == 1;
        } catch (DataIntegrityViolationException _) {
            // why: the user is gone, or another request was faster
            return false;
        }
    }

    @Override
    public Optional<ServerKey> totp(String name) {
        return jdbc.sql("select * from portal_totp where user_name = :name")
                .param("name", name)
                .query((row, _) -> totp(row))
                .optional();
    }

    @Override
    public boolean useStep(String name, long step) {
        return jdbc.sql(
                                """
                                update portal_totp set last_step = :step
                                where user_name = :name and last_step < :step
                                """)
                        .param("step", step)
                        .param("name", name)
                        .update()
                == 1;
    }

    @Override
    public boolean dropTotp(String name) {
        return jdbc.sql("delete from portal_totp where user_name = :name")
                        .param("name", name)
                        .update()
                == 1;
    }

    static ServerKey totp(ResultSet row) throws SQLException {
        return new ServerKey(
                OneTimeCodes.PLACE + row.getString("user_name"),
                row.getString("master_id"),
                row.getBytes("box"));
    }

    private static PortalUser user(ResultSet row) throws SQLException {
        return new PortalUser(
                row.getString("name"),
                PortalRole.valueOf(row.getString("role")),
                row.getString("tenant_id"),
                PasswordHash.parse(row.getString("password_hash")),
                row.getObject("stamp", UUID.class),
                Times.instant(row, "created"),
                row.getObject("last_step", Long.class) != null);
    }
}
