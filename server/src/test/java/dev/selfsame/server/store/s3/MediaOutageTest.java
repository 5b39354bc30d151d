package dev.selfsame.server.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.server.media.Media;
import dev.selfsame.server.media.StoredObject;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.testing.Relay;
import dev.selfsame.server.testing.S3Server;
import dev.selfsame.server.testing.S3ServerExtension;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.Vault;
import dev.selfsame.server.vault.VaultOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Pictures while the way to their store is cut. */
@ExtendWith(S3ServerExtension.class)
final class MediaOutageTest {

    private static final byte[] PICTURE = new byte[5000];
    private static final Instant UNTIL = Instant.parse("2026-11-01T12:05:00Z");

    @TempDir private Path folder;

    private final S3Server server;
    private final String bucket;
    private final UUID session = UUID.randomUUID();
    private Database database;
    private Relay way;
    private S3Objects objects;
    private Media media;

    MediaOutageTest(S3Server server) {
        this.server = server;
        bucket = server.newBucket();
    }

    @BeforeEach
    void open() throws IOException {
        ManualClock clock = new ManualClock();
        database = Database.open(folder.resolve("selfsame"));
        database.tenants().addIfAbsent(new Tenant("acme", clock.instant()));
        Vault vault =
                new Vault(
                        database.tenantKeys(),
                        MasterKeySource.of(
                                new VaultOptions(null, null), folder.resolve("master-key")),
                        clock);
        vault.prepare();
        way = new Relay(server.endpoint());
        S3Options options =
                new S3Options(
                        bucket,
                        S3Server.REGION,
                        way.address(),
                        null,
                        S3Server.ACCESS_KEY,
                        S3Server.SECRET_KEY);
        Duration short500 = Duration.ofMillis(500);
        objects =
                new S3Objects(
                        options,
                        new S3Patience(short500, Duration.ofSeconds(30), Duration.ofSeconds(60), 2),
                        S3Objects.LARGEST_PAGE);
        media = new Media(objects, vault);
    }

    @AfterEach
    void close() throws IOException {
        objects.close();
        way.close();
        database.close();
    }

    private StoredObject put(UUID owner) {
        return media.put("acme", owner, UUID.randomUUID(), UNTIL, PICTURE, "image/jpeg");
    }

    @Test
    void whatCouldNotBeDeletedIsDeletedWhenTheStoreIsBack() {
        StoredObject one = put(session);
        StoredObject two = put(session);
        StoredObject kept = put(session);
        StoredObject last = put(session);
        put(UUID.fromString("00000000-0000-0000-0000-000000000001"));
        way.cut();

        assertThatThrownBy(() -> media.deleteAll(List.of(one, two))).isInstanceOf(Problem.class);
        media.discard(last);
        assertThatThrownBy(
                        () ->
                                media.deleteAll(
                                        "acme",
                                        UUID.fromString("00000000-0000-0000-0000-000000000001"),
                                        UNTIL))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(media::deleteUndeleted).isInstanceOf(Problem.class);
        assertThat(server.keys(bucket)).hasSize(5);
        way.mend();
        media.deleteUndeleted();

        assertThat(server.keys(bucket)).containsExactly(kept.key());
        assertThat(media.get("acme", kept)).contains(PICTURE);
    }

    @Test
    void keepingWorksAgainWhenTheStoreIsBack() {
        way.cut();
        assertThatThrownBy(() -> put(session)).isInstanceOf(Problem.class);
        way.mend();

        StoredObject object = put(session);

        assertThat(media.get("acme", object)).contains(PICTURE);
        media.deleteUndeleted();
        assertThat(server.keys(bucket)).containsExactly(object.key());
    }

    @Test
    void expiredPicturesGoWhenTheStoreIsBack() {
        put(session);
        way.cut();
        assertThatThrownBy(() -> media.deleteExpired(UNTIL)).isInstanceOf(Problem.class);
        way.mend();

        assertThat(media.deleteExpired(UNTIL)).isEqualTo(1);
        assertThat(server.keys(bucket)).isEmpty();
    }
}
