package dev.selfsame.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.testing.Databases;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Backups as people and programs make and restore them. */
final class BackupCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSPHRASE = "correct horse battery staple";

    @TempDir private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void makeData() throws IOException {
        new DataDirectory(folder.resolve("old")).create();
        Files.writeString(folder.resolve("secret"), PASSPHRASE + "\n");
        assertThat(run("old", "tenants", "create", "acme")).isZero();
    }

    @Test
    void aBackupWithoutKeysNeedsTheMasterKeyAndBringsEverythingBack() throws IOException {
        assertThat(run("old", "signing", "rotate", "--algorithm", "ES256")).isZero();
        assertThat(run("old", "users", "create", "ann")).isZero();
        try (Database _ = Database.open(new DataDirectory(folder.resolve("old")).database())) {
            assertThat(run("old", "backup", file("monday.zip"))).isZero();
        }
        assertThat(err.toString())
                .contains("The master key is NOT")
                .contains(folder.resolve("old/master-key").toString())
                .contains("not encrypted");
        assertThat(Files.getPosixFilePermissions(folder.resolve("monday.zip")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.resolve("monday.zip.draft")).doesNotExist();

        assertThat(run("new", "restore", file("monday.zip"))).isOne();
        assertThat(err.toString()).contains("--master-key");
        assertThat(folder.resolve("new")).doesNotExist();

        assertThat(run("new", "restore", masterKey("old"), file("monday.zip"))).isZero();
        assertThat(err.toString()).contains("delete and revoke them again");
        assertThat(folder.resolve("new/master-key"))
                .hasSameBinaryContentAs(folder.resolve("old/master-key"));
        for (List<String> question :
                List.of(
                        List.of("tenants", "list"),
                        List.of("users", "list"),
                        List.of("signing", "list"))) {
            run("old", question.toArray(String[]::new));
            String before = out.toString();
            assertThat(run("new", question.toArray(String[]::new))).isZero();
            assertThat(out.toString()).isEqualTo(before).isNotBlank();
        }
        assertThat(run("new", "signing", "rotate", "--algorithm", "ES256")).isZero();
    }

    @Test
    void anEncryptedBackupOpensItselfToWhoeverHasThePassphrase() throws IOException {
        assertThat(run("old", "backup", secret(), "--json", file("monday.backup"))).isZero();
        JsonNode made = json();
        assertThat(made.get("encrypted").booleanValue()).isTrue();
        assertThat(made.get("holdsMasterKeys").booleanValue()).isTrue();
        assertThat(made.get("sha256").stringValue())
                .isEqualTo(FileDigest.sha256(folder.resolve("monday.backup")));
        assertThat(text("monday.backup")).doesNotContain("manifest.json", "acme", "tables/");

        assertThat(run("new", "restore", file("monday.backup"))).isEqualTo(3);
        assertThat(err.toString()).contains("--passphrase-file");
        Files.writeString(folder.resolve("wrong"), "correct horse battery stapler");
        assertThat(
                        run(
                                "new",
                                "restore",
                                "--passphrase-file=" + file("wrong"),
                                file("monday.backup")))
                .isEqualTo(3);
        assertThat(err.toString()).contains("the passphrase is another one").hasLineCount(1);
        assertThat(folder.resolve("new")).doesNotExist();

        assertThat(run("new", "restore", secret(), "--json", file("monday.backup"))).isZero();
        assertThat(json().get("created")).isEqualTo(made.get("created"));
        assertThat(json().get("schema")).isEqualTo(made.get("schema"));
        assertThat(run("new", "vault", "status")).isZero();

        run("old", "backup", "--without-keys", secret(), file("tuesday.backup"));
        assertThat(err.toString()).contains("The master key is NOT").doesNotContain("in clear");
        assertThat(run("newer", "restore", secret(), file("tuesday.backup"))).isOne();
        assertThat(err.toString()).contains("--master-key");
    }

    @Test
    void theTrailNamesTheFileAndATamperedLineOfARestoredOneIsFound() throws IOException {
        run("old", "audit", "head");
        String head = out.toString().strip();
        assertThat(run("old", "backup", file("monday.zip"))).isZero();
        String sha256 = FileDigest.sha256(folder.resolve("monday.zip"));
        run("old", "audit");
        assertThat(out.toString()).contains("backup.create").contains(sha256);
        assertThat(run("new", "restore", masterKey("old"), file("monday.zip"))).isZero();
        run("new", "audit");
        assertThat(out.toString())
                .contains("backup.restore")
                .contains(sha256)
                .doesNotContain("backup.create");
        assertThat(run("new", "audit", "verify", "--head", head)).isZero();

        Databases.alter(
                DatabaseOptions.EMBEDDED,
                new DataDirectory(folder.resolve("new")).database(),
                "update audit_entry set subject = 'other' where seq = 1");

        assertThat(run("new", "audit", "verify")).isOne();
        assertThat(err.toString()).startsWith("selfsame: altered: entry 1: ");
    }

    @Test
    void onlyAnEmptyDirectoryIsFilled() throws IOException {
        run("old", "backup", file("monday.zip"));
        for (String taken : List.of("db/selfsame.mv.db", "initial-api-key", "media/x", "notes")) {
            Path place = folder.resolve("taken-" + taken.hashCode());
            Files.createDirectories(place.resolve(taken).getParent());
            Files.writeString(place.resolve(taken), "mine");

            assertThat(
                            run(
                                    place.getFileName().toString(),
                                    "restore",
                                    masterKey("old"),
                                    file("monday.zip")))
                    .isOne();
            assertThat(err.toString()).contains("is not empty").contains("--data");
            assertThat(place.resolve(taken)).hasContent("mine");
        }
        assertThat(run("old", "restore", masterKey("old"), file("monday.zip"))).isOne();

        Files.createDirectories(folder.resolve("new/db"));
        Files.writeString(folder.resolve("new/selfsame.yaml"), "selfsame.port: 9000\n");
        assertThat(run("new", "restore", masterKey("old"), file("monday.zip"))).isZero();
        assertThat(folder.resolve("new/selfsame.yaml")).hasContent("selfsame.port: 9000\n");
    }

    @Test
    void otherMasterKeysAreRefused() throws IOException {
        run("old", "backup", file("monday.zip"));
        new DataDirectory(folder.resolve("other")).create();
        run("other", "signing", "rotate", "--algorithm", "ES256");

        assertThat(run("new", "restore", masterKey("other"), file("monday.zip"))).isOne();
        assertThat(err.toString()).contains("is sealed with the master keys");
        assertThat(run("new", "restore", masterKey("none"), file("monday.zip"))).isEqualTo(3);
        Files.writeString(folder.resolve("old/master-key2"), "no key");
        assertThat(
                        run(
                                "new",
                                "restore",
                                "--master-key=" + file("old/master-key2"),
                                file("monday.zip")))
                .isOne();
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void refusesToWriteOverAFileOrWithoutData() throws IOException {
        Files.writeString(folder.resolve("there"), "mine");

        assertThat(run("old", "backup", file("there"))).isOne();
        assertThat(err.toString()).contains("is there already");
        assertThat(folder.resolve("there")).hasContent("mine");
        assertThat(run("nowhere", "backup", file("x"))).isOne();
        assertThat(err.toString()).contains("start the server once");
        assertThat(run("old", "backup", file("no/such/folder"))).isOne();
        assertThat(run("old", "backup")).isEqualTo(2);
        Files.writeString(folder.resolve("secret"), "short");
        assertThat(run("old", "backup", secret(), file("x"))).isOne();
        assertThat(err.toString()).contains("too short");
        assertThat(folder.resolve("x")).doesNotExist();
        assertThat(folder.resolve("x.draft")).doesNotExist();
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String secret() {
        return "--passphrase-file=" + folder.resolve("secret");
    }

    private String masterKey(String data) {
        return "--master-key=" + folder.resolve(data).resolve("master-key");
    }

    private int run(String data, String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.add("--data");
        arguments.add(folder.resolve(data).toString());
        out = new StringWriter();
        err = new StringWriter();
        return Main.run(
                arguments.toArray(String[]::new),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }

    private JsonNode json() {
        assertThat(out.toString().lines()).as(err.toString()).hasSize(1);
        return JSON.readTree(out.toString());
    }
}
