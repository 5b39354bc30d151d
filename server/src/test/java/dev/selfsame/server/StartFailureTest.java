package dev.selfsame.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.datadir.DirectoryLock;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Whoever starts a server wrongly reads one line that says what to do. */
final class StartFailureTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "selfsame.uploads.max-prts: 3 | there is no setting selfsame.uploads.max-prts",
                "selfsame.unknown: 3 | there is no setting selfsame.unknown",
                "selfsame.data: /x | there is no setting selfsame.data",
                "selfsame.admission.max-wait: soon | selfsame.admission.max-wait is wrong: 'soon'",
                "selfsame.admission.workers: -1 | workers: -1 (expected: 0..1024)",
                "selfsame.port: 99999 | port: 99999 (expected: 0..65535)",
                "selfsame.signing.algorithm: HS256 | selfsame.signing.algorithm is wrong",
                "selfsame.signing.rsa-bits: 1024 | rsa-bits: 1024 (expected: 2048..4096)",
                "selfsame.uploads.heap-share: 2 | heap-share: 2.0 (expected: 0.01..0.8)",
                "selfsame.uploads.heap-share: 0.009 | heap-share: 0.009 (expected: 0.01..0.8)",
                "selfsame.engine.models: /no/such/folder | /no/such/folder",
                "selfsame.database.url: jdbc:h2:mem:x | database.url: not a URL of PostgreSQL",
                "selfsame.database.uri: x | there is no setting selfsame.database.uri",
                "selfsame.database.password: x | selfsame.database.url: missing",
                "selfsame.tls.certificate: /x | selfsame.tls.private-key: missing",
                "selfsame.tls.hsts: soon | selfsame.tls.hsts is wrong: 'soon'",
                "selfsame.tls: {certificate: /no.pem, private-key: /no.pem} | /no.pem cannot be"
                        + " read",
                "selfsame.logs.console: loud | selfsame.logs.console is wrong",
                "selfsame.logs.file: false | selfsame.logs.file: false (expected: ",
                "selfsame.logs.files: true | there is no setting selfsame.logs.files",
                "selfsame: [ | the settings file is no YAML: line 2, column 1"
            })
    void namesTheWrongSetting(String yaml, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.yaml"), yaml + "\n");

        assertThat(failure(file, Map.of())).contains(message).doesNotContain("Exception", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "selfsame.host: ''",
                "selfsame.port: -1",
                "selfsame.engine.threads-per-network: 65",
                "selfsame.engine.max-image-bytes: 0",
                "selfsame.engine.max-image-pixels: 0",
                "selfsame.admission.workers: 1025",
                "selfsame.admission.max-wait: 0s",
                "selfsame.uploads.max-body-bytes: 0",
                "selfsame.uploads.max-parts: 1001",
                "selfsame.uploads.max-text-bytes: 0",
                "selfsame.uploads.timeout: 1ms",
                "selfsame.uploads.heap-share: 0.81",
                "selfsame.api-keys.recheck-after: 61s",
                "selfsame.callback.allowed-networks: 10.0.0.1/8",
                "selfsame.callback.hmac-key: too-short",
                "selfsame.callback.timeout: 1s",
                "selfsame.callback.attempts: 21",
                "selfsame.database.url: ''",
                "selfsame.database.connections: 1",
                "selfsame.signing.rsa-bits: 8192",
                "selfsame.biosession.time-to-live: 0s",
                "selfsame.biosession.max-time-to-live: 8d",
                "selfsame.biosession.max-faces: 1",
                "selfsame.biosession.memory-entries: 99",
                "selfsame.connections.max: 15",
                "selfsame.connections.idle-timeout: 99ms",
                "selfsame.connections.head-timeout: 11m",
                "selfsame.connections.longest-request: 999ms",
                "selfsame.connections.max-head-bytes: 1023",
                "selfsame.tls.check-every: 99ms",
                "selfsame.tls.plain-port: 80",
                "selfsame.traces.sample: 2",
                "selfsame.traces.endpoint: 'http://user:hush@h/'"
            })
    void namesASettingOutOfRangeAsItIsWritten(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.yaml"), yaml + "\n");

        assertThat(failure(file, Map.of()))
                .startsWith(yaml.substring(0, yaml.indexOf(' ')))
                .contains("(expected: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'hush", "*hush", "!hush x", "%hush", "hush: hush", "@hush", "[hush"})
    void keepsAPasswordThatIsNoYamlToItself(String password) throws IOException {
        Path file = folder.resolve("settings.yaml");
        Files.writeString(file, "selfsame:\n  database:\n    password: " + password + "\n");

        assertThat(failure(file, Map.of()))
                .startsWith("the settings file is no YAML: line ")
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://u:hush@h",
                "redis://u:hush",
                "redis://u:hu/sh@h",
                "redis://u:hush@h:0",
                "redis://u:hush@h:70000",
                "redis://u:hush@h/x",
                "redis://u:hush@h?timeout=1s",
                "redis://u:hush@h#0",
                "redis-sentinel://u:hush@h",
                "u:hush@h",
                "redis://u:hush@127.0.0.1:1"
            })
    void keepsThePasswordOfRedisToItself(String url) throws IOException {
        Path file = folder.resolve("settings.yaml");
        Files.writeString(file, "selfsame.biosession.redis-url: '" + url + "'\n");

        assertThat(failure(file, Map.of()))
                .contains("redis")
                .doesNotContain("hush", "hu/sh", "sh@");
    }

    @Test
    void namesAMissingSettingsFile() {
        assertThat(failure(folder.resolve("missing.yaml"), Map.of()))
                .contains("missing.yaml cannot be read");
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(failure(null, Map.of("selfsame.port", port)))
                    .isEqualTo("port " + port + " is in use; choose another one with --port");
        }
    }

    @Test
    void namesADataDirectoryThatIsAFile() throws IOException {
        Files.writeString(folder.resolve("data"), "");

        assertThat(failure(null, Map.of())).contains("is a file (expected: a directory)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;INIT=x", "100%d", "${user.name}", "a[b", "a(b", "a)b"})
    void refusesADataDirectoryThatItsLibrariesWouldMisread(String name) {
        assertThat(failure(folder.resolve(name), null, Map.of()))
                .startsWith("the path of the data directory ")
                .contains(name, "--data");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b", "a b", "a#b", "a*b", "a?b", "a$b", "a+b", "ä", "a!b", "a|b", "a^b"})
    void readsTheSettingsOfADataDirectoryWithAnyOtherName(String name) throws IOException {
        Path data = Files.createDirectory(folder.resolve(name));
        Files.writeString(data.resolve("selfsame.yaml"), "selfsame.admission.workers: -7\n");

        assertThat(failure(data, null, Map.of())).contains("workers: -7");
    }

    @Test
    void readsASettingsFileWithCommasInItsName() throws IOException {
        Path file = folder.resolve("a,b;c.yaml");
        Files.writeString(file, "selfsame.admission.workers: -7\n");

        assertThat(failure(file, Map.of())).contains("workers: -7");
    }

    @Test
    void aFailedStartLeavesTheDirectoryFree() throws IOException {
        Path data = folder.resolve("data");
        assertThat(failure(data, null, Map.of("selfsame.admission.workers", "-7")))
                .contains("workers: -7");

        DirectoryLock.take(new DataDirectory(data)).close();
    }

    @Test
    void namesADataDirectoryThatAnotherServerUses() throws IOException {
        DataDirectory data = new DataDirectory(folder.resolve("data"));
        data.create();
        try (DirectoryLock held = DirectoryLock.take(data)) {
            assertThat(held).isNotNull();
            assertThat(failure(null, Map.of()))
                    .isEqualTo(
                            "another server runs on the data directory "
                                    + data.root()
                                    + "; stop it, or choose another directory with --data");
        }
    }

    @Test
    void namesADamagedSigningKey() throws IOException {
        Path key = folder.resolve("data/signing/signing-rs256.pem");
        Files.createDirectories(key.getParent());
        Files.writeString(key, "damaged");

        assertThat(failure(null, Map.of())).contains("signing-rs256.pem", "put back a good copy");
    }

    private String failure(@Nullable Path settingsFile, Map<String, String> settings) {
        return failure(folder.resolve("data"), settingsFile, settings);
    }

    private static String failure(
            Path data, @Nullable Path settingsFile, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        if (settingsFile == null) {
            all.putIfAbsent("selfsame.port", "0");
        }
        StartOptions options = new StartOptions(new DataDirectory(data), settingsFile, all);
        return String.valueOf(
                catchThrowableOfType(
                                StartFailedException.class,
                                () -> SelfsameServer.start(options).close())
                        .getMessage());
    }
}
