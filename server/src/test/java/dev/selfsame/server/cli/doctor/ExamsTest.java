package dev.selfsame.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.inference.ModelPack;
import dev.selfsame.server.SettingSources;
import dev.selfsame.server.Settings;
import dev.selfsame.server.StartOptions;
import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.datadir.DirectoryLock;
import dev.selfsame.server.datadir.OwnerOnly;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.RedisExtension;
import dev.selfsame.server.testing.RedisProcess;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.Vault;
import dev.selfsame.server.vault.VaultOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Each thing that can be wrong, made wrong. */
@ExtendWith({DatabasesExtension.class, RedisExtension.class})
final class ExamsTest {

    private static final String PACK = "/dev/selfsame/models/";
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDirectoryThatCannotBeWritten() {
        assertThat(directory(Path.of("/proc/self/selfsame")))
                .containsExactly("FAILED /proc/self cannot be written");
    }

    @Test
    void aFileInThePlaceOfTheDirectory() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "");

        assertThat(directory(file)).containsExactly("FAILED " + file + " is a file");
    }

    @Test
    void aPathThatLibrariesWouldMisread() {
        assertThat(directory(folder.resolve("a;INIT=x")).getFirst()).startsWith("FAILED the path");
    }

    @Test
    void secretsThatOthersCanRead() throws IOException {
        DataDirectory data = made();
        Files.writeString(data.initialApiKey(), "hush");
        Files.setPosixFilePermissions(
                data.initialApiKey(), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(data.root(), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(directory(data.root()))
                .contains(
                        "WARNING " + data.root() + " is open to other users",
                        "FAILED " + data.initialApiKey() + " can be read by other users")
                .anyMatch(it -> it.startsWith("WARNING the first API key"))
                .noneMatch(it -> it.contains("hush"));
    }

    @Test
    void aPortThatIsTaken() throws IOException {
        DataDirectory data = made();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Settings settings = settings(Map.of("selfsame.port", port));

            assertThat(said(new PortExam(settings, data).examine()))
                    .containsExactly(
                            "FAILED 127.0.0.1, port " + port + " is in use by another program");
            try (DirectoryLock server = DirectoryLock.take(data)) {
                assertThat(server).isNotNull();
                assertThat(said(new PortExam(settings, data).examine()).getFirst())
                        .startsWith("OK ")
                        .contains("a server runs on this data directory");
            }
        }
    }

    @Test
    void thePortWithoutTlsThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(withPlainPort("0", port))
                    .containsExactly(
                            "OK 127.0.0.1, port any is free",
                            "FAILED 127.0.0.1, port " + port + " is in use by another program");
            assertThat(withPlainPort(port, port))
                    .contains("FAILED port " + port + " is the one with TLS as well");
        }
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, cannot listen at 192.0.2.1", "::zz, ::zz is no address"})
    void anAddressOfAnotherMachine(String host, String found) {
        Settings settings = settings(Map.of("selfsame.host", host));

        assertThat(said(new PortExam(settings, data()).examine()).getFirst())
                .startsWith("FAILED " + found);
    }

    @Test
    void settingsThatAreNotWise() {
        List<String> said =
                said(
                        new SettingsExam(
                                        settings(
                                                Map.of(
                                                        "selfsame.host",
                                                        "0.0.0.0",
                                                        "selfsame.bioservices.open-capabilities",
                                                        "true",
                                                        "selfsame.database.url",
                                                        "jdbc:postgresql://db.example/selfsame",
                                                        "selfsame.database.password",
                                                        "hush",
                                                        "selfsame.biosession.redis-url",
                                                        "redis://u:hush@redis.example",
                                                        "selfsame.media.s3.bucket",
                                                        "pictures",
                                                        "selfsame.media.s3.endpoint",
                                                        "http://s3.example")))
                                .examine());

        assertThat(said.stream().filter(it -> it.startsWith("WARNING"))).hasSize(6);
        assertThat(said).noneMatch(it -> it.contains("hush"));
    }

    @Test
    void settingsOfAServerForThisMachineAlone() {
        assertThat(
                        said(
                                new SettingsExam(
                                                settings(
                                                        Map.of(
                                                                "selfsame.database.url",
                                                                "jdbc:postgresql://127.0.0.1/x",
                                                                "selfsame.biosession.redis-url",
                                                                "redis://localhost")))
                                        .examine()))
                .containsExactly("OK every setting is known and in its range");
    }

    @Test
    void aModelThatWasAltered() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode pack = (ObjectNode) json.readTree(resource("pack.json"));
        pack.remove("modes");
        pack.remove("data");
        Path models = Files.createDirectory(folder.resolve("models"));
        Files.write(models.resolve("pack.json"), json.writeValueAsBytes(pack));
        for (var network : ModelPack.builtIn().networks()) {
            byte[] bytes = resource(network.file());
            if (network.name().equals("liveness")) {
                bytes[bytes.length / 2] ^= 1;
            }
            Files.write(models.resolve(network.file()), bytes);
        }

        Settings settings = settings(Map.of("selfsame.engine.models", models.toString()));

        assertThat(said(new ModelsExam(settings.engine()).examine()))
                .singleElement()
                .asString()
                .startsWith("FAILED ")
                .contains("liveness.onnx");
    }

    @Test
    void aDatabaseOfANewerProgram() throws IOException {
        DataDirectory data = sealed();
        Databases.alter(
                DatabaseOptions.EMBEDDED,
                data.database(),
                """
                insert into "flyway_schema_history" ("installed_rank", "version", "description",
                "type", "script", "checksum", "installed_by", "execution_time", "success")
                values (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1, true)
                """);

        assertThat(stores(data))
                .singleElement()
                .asString()
                .startsWith("FAILED H2")
                .endsWith("brought by a newer Selfsame");
    }

    @Test
    void aDatabaseThatTheNextStartChanges() throws IOException {
        DataDirectory data = sealed();
        Databases.alter(
                DatabaseOptions.EMBEDDED,
                data.database(),
                """
                delete from "flyway_schema_history" where "installed_rank" =
                    (select max("installed_rank") from "flyway_schema_history")
                """);

        assertThat(stores(data).getFirst())
                .startsWith("WARNING H2")
                .contains("the next start brings it to ");
        assertThat(stores(data).getFirst()).as("was changed by looking").startsWith("WARNING");
    }

    @Test
    void anotherMasterKey() throws IOException {
        DataDirectory data = sealed();
        assertThat(stores(data)).contains("OK opens what it has to; keys tried: 1");

        OwnerOnly.write(
                data.masterKey(),
                Base64.getEncoder()
                        .encodeToString(new byte[32])
                        .getBytes(StandardCharsets.US_ASCII));

        assertThat(stores(data))
                .anyMatch(it -> it.startsWith("FAILED " + data.masterKey() + " does not have ["));
        Files.delete(data.masterKey());
        assertThat(stores(data)).anyMatch(it -> it.startsWith("FAILED ") && it.contains("is gone"));
        assertThat(data.masterKey()).doesNotExist();
    }

    @Test
    void aMasterKeyThatIsNone() throws IOException {
        DataDirectory data = sealed();
        OwnerOnly.write(data.masterKey(), "hush hush".getBytes(StandardCharsets.US_ASCII));

        assertThat(stores(data))
                .anyMatch(it -> it.startsWith("FAILED the master key's file"))
                .noneMatch(it -> it.contains("hush"));
    }

    @Test
    void aKeyThatWasDamagedInTheDatabase() throws IOException {
        DataDirectory data = sealed();
        Databases.alter(
                DatabaseOptions.EMBEDDED,
                data.database(),
                "update tenant_key set version = 2, id = random_uuid()");

        assertThat(stores(data)).anyMatch(it -> it.startsWith("FAILED something that it sealed"));
    }

    @Test
    void postgresql(Databases databases) {
        Map<String, String> settings =
                new HashMap<>(Databases.settings(databases.fresh(DatabaseKind.POSTGRESQL)));
        assertThat(said(stores(settings(settings), data())).getFirst())
                .startsWith("OK PostgreSQL 18")
                .endsWith("schema none yet");

        settings.put("selfsame.database.password", "hush");
        assertThat(said(stores(settings(settings), data())))
                .singleElement()
                .asString()
                .startsWith("FAILED the database jdbc:postgresql:")
                .doesNotContain("hush");
    }

    @Test
    void redis(RedisProcess redis) {
        ClockExam time = new ClockExam(CLOCK);
        Settings settings = settings(Map.of("selfsame.biosession.redis-url", redis.url()));

        assertThat(said(SharedStoresExam.redis(settings.biosession(), time)).getFirst())
                .startsWith("OK redis://127.0.0.1:")
                .contains("(redis ");
        assertThat(said(time.examine())).contains("OK the clock of Redis is 0 s apart");
        List<byte[]> left = redis.ask(commands -> commands.keys("selfsame:doctor:*"));
        assertThat(left).isEmpty();
    }

    @Test
    void aRedisThatDoesNotAnswer() {
        Settings settings =
                settings(Map.of("selfsame.biosession.redis-url", "redis://u:hush@127.0.0.1:1"));

        assertThat(said(SharedStoresExam.redis(settings.biosession(), new ClockExam(CLOCK))))
                .singleElement()
                .asString()
                .startsWith("FAILED the sessions cannot be kept in redis://127.0.0.1:1/0")
                .doesNotContain("hush");
    }

    @Test
    void aBucketThatDoesNotAnswer() {
        Settings settings =
                settings(
                        Map.of(
                                "selfsame.media.s3.bucket", "pictures",
                                "selfsame.media.s3.endpoint", "http://127.0.0.1:1",
                                "selfsame.media.s3.access-key", "hush",
                                "selfsame.media.s3.secret-key", "hush"));

        assertThat(said(SharedStoresExam.s3(settings.media().s3(), new ClockExam(CLOCK))))
                .singleElement()
                .asString()
                .startsWith("FAILED the bucket pictures at http://127.0.0.1:1 does not answer")
                .doesNotContain("hush");
    }

    private List<String> withPlainPort(String port, String plainPort) {
        Settings settings =
                settings(
                        Map.of(
                                "selfsame.port",
                                port,
                                "selfsame.tls.certificate",
                                "server.pem",
                                "selfsame.tls.private-key",
                                "server.key",
                                "selfsame.tls.plain-port",
                                plainPort));
        return said(new PortExam(settings, data()).examine());
    }

    private DataDirectory data() {
        return new DataDirectory(folder.resolve("data"));
    }

    private DataDirectory made() throws IOException {
        DataDirectory data = data();
        data.create();
        return data;
    }

    /** With a database in which a tenant has a sealed key. */
    private DataDirectory sealed() throws IOException {
        DataDirectory data = made();
        try (Database database = Database.open(data.database())) {
            MasterKeySource masters =
                    MasterKeySource.of(new VaultOptions(null, null), data.masterKey());
            Vault vault = new Vault(database.tenantKeys(), masters, CLOCK);
            vault.prepare();
            new Tenants(database.tenants(), CLOCK).create("acme", null);
            vault.seal("acme", "place", new byte[] {1});
        }
        return data;
    }

    private List<String> stores(DataDirectory data) {
        return said(stores(settings(Map.of()), data));
    }

    private static List<Finding> stores(Settings settings, DataDirectory data) {
        return new StoreExam(settings, data, new ClockExam(CLOCK)).examine();
    }

    private static List<String> directory(Path path) {
        return said(new DataDirectoryExam(new DataDirectory(path)).examine());
    }

    private static List<String> said(List<Finding> findings) {
        return findings.stream().map(it -> it.verdict() + " " + it.found()).toList();
    }

    private Settings settings(Map<String, String> settings) {
        return SettingSources.all(new StartOptions(data(), null, settings));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ModelPack.class.getResourceAsStream(PACK + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
