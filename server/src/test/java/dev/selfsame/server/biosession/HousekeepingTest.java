package dev.selfsame.server.biosession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.media.Media;
import dev.selfsame.server.store.files.FileObjects;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.store.memory.MemoryBioSessions;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.Vault;
import dev.selfsame.server.vault.VaultOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

final class HousekeepingTest {

    @TempDir private Path folder;

    @Test
    void beginsWithWhatAnEarlierServerLeftBehind() {
        ManualClock clock = new ManualClock();
        Path objects = folder.resolve("media");
        try (Database database = Database.open(folder.resolve("selfsame"))) {
            database.tenants().addIfAbsent(new Tenant("acme", clock.instant()));
            Vault vault =
                    new Vault(
                            database.tenantKeys(),
                            MasterKeySource.of(
                                    new VaultOptions(null, null), folder.resolve("master-key")),
                            clock);
            vault.prepare();
            new Media(new FileObjects(objects), vault)
                    .put(
                            "acme",
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            clock.instant().plusSeconds(5),
                            new byte[100],
                            "image/jpeg");
            Media media = new Media(new FileObjects(objects), vault);
            MemoryBioSessions sessions = new MemoryBioSessions(100, clock);

            new Housekeeping(sessions, List.of(), media, clock).close();
            assertThat(objects).isNotEmptyDirectory();
            clock.pass(Duration.ofSeconds(5));
            new Housekeeping(sessions, List.of(), media, clock).close();

            assertThat(objects).isEmptyDirectory();
        }
    }
}
