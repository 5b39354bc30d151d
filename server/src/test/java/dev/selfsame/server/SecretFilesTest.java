package dev.selfsame.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.vault.VaultOptions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Secrets in files of their own, as operators mount them. */
final class SecretFilesTest {

    @TempDir private Path folder;

    @BeforeEach
    void writeSettings() throws IOException {
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(
                folder.resolve("settings.yaml"),
                "spring.config.import: 'configtree:"
                        + folder.resolve("secrets")
                        + "/'\n"
                        + "selfsame.database.url: jdbc:postgresql://localhost/selfsame\n"
                        + "selfsame.database.user: selfsame\n");
    }

    @Test
    void readsAFileThatIsCalledLikeASetting() throws IOException {
        secret("selfsame.database.password", "a b${c}\n");

        assertThat(SettingSources.database(options()).password()).isEqualTo("a b${c}");
    }

    @Test
    void leavesOtherFilesAlone() throws IOException {
        secret("selfsame.database.password", "hush");
        secret("master-key", "none\n");

        DatabaseOptions database = SettingSources.database(options());
        VaultOptions vault = SettingSources.vault(options());

        assertThat(database.user()).isEqualTo("selfsame");
        assertThat(vault.masterKey()).isNull();
    }

    /** As Kubernetes mounts them: links to files in a hidden folder, replaced all at once. */
    @Test
    void followsTheLinksOfKubernetes() throws IOException {
        Path hidden = Files.createDirectories(folder.resolve("secrets/..2026_11_22"));
        Files.writeString(hidden.resolve("selfsame.database.password"), "hush");
        Files.createSymbolicLink(folder.resolve("secrets/..data"), hidden.getFileName());
        Files.createSymbolicLink(
                folder.resolve("secrets/selfsame.database.password"),
                Path.of("..data/selfsame.database.password"));

        assertThat(SettingSources.database(options()).password()).isEqualTo("hush");
    }

    private void secret(String name, String content) throws IOException {
        Files.writeString(folder.resolve("secrets").resolve(name), content);
    }

    private StartOptions options() {
        return new StartOptions(
                new DataDirectory(folder.resolve("data")),
                folder.resolve("settings.yaml"),
                Map.of());
    }
}
