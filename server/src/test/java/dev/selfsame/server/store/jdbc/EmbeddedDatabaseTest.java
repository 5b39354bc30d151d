package dev.selfsame.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.IssuedKey;
import dev.selfsame.server.tenant.Scopes;
import dev.selfsame.server.testing.ManualClock;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

/** What is special about the database in the data directory. */
final class EmbeddedDatabaseTest {

    @TempDir private Path folder;

    @Test
    void onlyItsHashIsStored() throws IOException {
        IssuedKey issued;
        try (Database database = Database.open(folder.resolve("selfsame"))) {
            issued = keys(database).issue("default", "web shop", Scopes.ALL);
        }
        String secret = issued.text().substring(issued.text().lastIndexOf('_') + 1);

        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain(secret);
            }
        }
    }

    /**
     * A copy of the file between commits is what a killed process leaves behind. H2 2.5.252 forgets
     * the last commits then, as soon as it uses places in the file again.
     */
    @Test
    void theFileHoldsEveryCommitWhileItIsOpen() throws Exception {
        Path file = folder.resolve("selfsame");
        try (Database database = Database.open(file)) {
            // why: places are used again after so many milliseconds, else after 45 s
            database.jdbc().sql("set retention_time 50").update();
            database.jdbc().sql("create table note (id int primary key, text varchar)").update();
            for (int i = 1; i <= 150; i++) {
                database.jdbc()
                        .sql("insert into note values (:id, :text)")
                        .param("id", i)
                        .param("text", "x".repeat(500))
                        .update();

                assertThat(notesInCopy(file)).isEqualTo(i);
            }
        }
    }

    private int notesInCopy(Path file) throws IOException, SQLException {
        Path copy = folder.resolve("copy.mv.db");
        Files.copy(
                file.resolveSibling(file.getFileName() + ".mv.db"),
                copy,
                StandardCopyOption.REPLACE_EXISTING);
        String url = "jdbc:h2:file:" + folder.resolve("copy");
        try (Connection connection = DriverManager.getConnection(url, "selfsame", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from note")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void opensWhatTheFirstVersionMade() throws SQLException {
        Path file = folder.resolve("old");
        String url = "jdbc:h2:file:" + file + ";AUTO_SERVER=TRUE";
        Flyway.configure()
                .dataSource(url, "selfsame", "")
                .locations("classpath:db/migration")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url, "selfsame", "");
                Statement statement = connection.createStatement()) {
            statement.execute("insert into tenant values ('acme', '2026-11-01T12:00:00Z')");
            statement.execute(
                    "insert into api_key values ('0123456789', 'acme', 'shop', '"
                            + "0".repeat(64)
                            + "', 'match', '2026-11-01T12:00:00Z', null, null)");
        }

        try (Database database = Database.open(file)) {
            assertThat(keys(database).list("acme")).singleElement().asString().contains("shop");
        }
    }

    @Test
    void aDatabaseThatIsNoneIsRefusedInWords() throws IOException {
        Files.writeString(folder.resolve("broken.mv.db"), "no database".repeat(1000));

        assertThatThrownBy(() -> Database.open(folder.resolve("broken")))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("broken cannot be opened");
    }

    @Test
    void aPathCannotSetOptionsOfTheDatabase() {
        assertThatThrownBy(() -> Database.open(folder.resolve("a;ACCESS_MODE_DATA=r")))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageEndingWith("cannot be opened: its path contains a semicolon");
    }

    private static ApiKeys keys(Database database) {
        return new ApiKeys(
                database.apiKeys(), database.tenants(), new ManualClock(), Duration.ZERO);
    }
}
