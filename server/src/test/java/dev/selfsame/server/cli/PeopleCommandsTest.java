package dev.selfsame.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.person.ExportedPerson;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.Fingers;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.transfer.PeopleReader;
import dev.selfsame.server.transfer.PeopleWriter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What the command line does with people and keys beside a server that runs. */
final class PeopleCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSPHRASE = "correct horse battery staple";

    @TempDir private Path folder;

    private RunningServer server;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.start(folder.resolve("data"), Map.of());
        Files.writeString(passphrase(), PASSPHRASE + "\n");
        enrol(server.apiKey(), "anna", 7);
        enrol(server.apiKey(), "berta", 8);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void peopleGoToAnotherTenantWithNamesAndNumbers() throws IOException {
        Path file = folder.resolve("acme.people");
        assertThat(run("people", "count")).isZero();
        assertThat(out.toString()).isEqualTo("2\n");

        assertThat(run("people", "export", secret(), file.toString())).isZero();

        assertThat(err.toString()).contains("2 people of tenant default");
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        String acme = server.newTenantKey("acme");
        assertThat(run("people", "import", "--tenant", "acme", secret(), file.toString())).isZero();
        assertThat(err.toString()).contains("2 added").contains("0 were there already");
        assertThat(verify(acme, "anna", 7)).contains("\"Match\":true");
        assertThat(verify(acme, "anna", 8)).contains("\"Match\":false");
        assertThat(run("people", "import", "--tenant", "acme", secret(), "--json", file.toString()))
                .isZero();
        JsonNode again = JSON.readTree(out.toString());
        assertThat(again.get("added").intValue()).isZero();
        assertThat(again.get("alreadyThere").intValue()).isEqualTo(2);
        assertThat(trail("acme")).contains("people.import");
        assertThat(trail("default")).contains("people.export", "people.enrol");
    }

    @Test
    void aNumberThatIsTakenIsReplaced() throws IOException {
        Path file = folder.resolve("some.people");
        run("people", "export", secret(), file.toString());
        String acme = server.newTenantKey("acme");
        enrol(acme, "clara", 9);

        run("people", "import", "--tenant", "acme", secret(), "--json", file.toString());

        JsonNode counts = JSON.readTree(out.toString());
        assertThat(counts.get("added").intValue()).isEqualTo(2);
        // why both: the first one's new number is the second one's old one
        assertThat(counts.get("renumbered").intValue()).isEqualTo(2);
        assertThat(enrol(acme, "dora", 10)).contains("\"BioPassID\":\"4\"");
    }

    @Test
    void whoeverWasChangedDuringTheExportIsImportedAsChanged() throws IOException {
        Path file = folder.resolve("some.people");
        run("people", "export", secret(), file.toString());
        Path twice = folder.resolve("twice.people");
        try (PeopleReader reader =
                        new PeopleReader(Files.newInputStream(file), PASSPHRASE.toCharArray());
                PeopleWriter writer =
                        new PeopleWriter(Files.newOutputStream(twice), PASSPHRASE.toCharArray())) {
            ExportedPerson anna = reader.next().orElseThrow();
            ExportedPerson berta = reader.next().orElseThrow();
            writer.write(anna);
            writer.write(berta);
            writer.write(
                    new ExportedPerson(
                            anna.person(), anna.created(), anna.updated(), berta.templates()));
            writer.finish();
        }
        String acme = server.newTenantKey("acme");

        run("people", "import", "--tenant", "acme", secret(), "--json", twice.toString());

        assertThat(out.toString()).contains("\"added\":2").contains("\"alreadyThere\":0");
        assertThat(verify(acme, "anna", 8)).contains("\"Match\":true");
        assertThat(verify(acme, "anna", 7)).contains("\"Match\":false");
    }

    @Test
    void saysHowManyWereAddedOfAFileThatWasCut() throws IOException {
        Path file = folder.resolve("some.people");
        run("people", "export", secret(), file.toString());
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        enrol(server.newTenantKey("acme"), "clara", 9);

        assertThat(run("people", "import", "--tenant", "acme", secret(), file.toString())).isOne();

        // why two: both are added, with other numbers than they had
        assertThat(err.toString()).contains("the file is cut; 2 people were added before that");
    }

    @Test
    void refusesWhatItCannotExportOrImport() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no people here, only words");

        assertThat(run("people", "export", secret(), file.toString())).isOne();
        assertThat(err.toString()).contains("is there already");
        assertThat(run("people", "import", secret(), file.toString())).isOne();
        assertThat(err.toString()).contains("this is no file of people");
        assertThat(run("people", "import", secret(), folder.resolve("none").toString())).isOne();
        assertThat(run("people", "count", "--tenant", "nobody")).isOne();
        assertThat(err.toString()).contains("there is no tenant nobody");
        assertThat(run("people", "count", "--tenant", "' or 1=1 --")).isOne();
        assertThat(run("people", "export", folder.resolve("x").toString())).isEqualTo(2);
        Files.writeString(passphrase(), "short\n");
        assertThat(run("people", "export", secret(), folder.resolve("x").toString())).isOne();
        assertThat(err.toString()).contains("too short").doesNotContain("short\n\n");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void reencodingReadsNothingAndSaysSo() {
        enrol(server.apiKey(), "dora", Faces.anna());

        assertThat(run("people", "reencode", "--mode", "SELFSAME_F1")).isZero();
        assertThat(out.toString()).isEqualTo("SELFSAME_F1 1\n");
        assertThat(run("people", "reencode", "--mode", "ANOTHER")).isOne();
        assertThat(err.toString())
                .contains("1 faces are not of mode ANOTHER")
                .contains("pictures were never kept");
    }

    @Test
    void keysAreReplacedWhileTheServerServes() throws IOException {
        Path file = folder.resolve("data/master-key");
        String before = Files.readString(file);
        assertThat(run("vault", "status", "--json")).isZero();
        String oldId = JSON.readTree(out.toString()).get("masterKeys").get(0).stringValue();

        assertThat(run("vault", "rotate")).isZero();
        assertThat(err.toString()).contains("keys are sealed with the master key");
        assertThat(verify(server.apiKey(), "anna", 7)).contains("\"Match\":true");
        assertThat(run("vault", "retire")).isZero();
        assertThat(err.toString()).contains(oldId);
        assertThat(run("vault", "reseal")).isZero();
        assertThat(err.toString()).contains("2 people of tenant default have a new key");

        assertThat(Files.readString(file)).isNotEqualTo(before).doesNotContain(oldId);
        assertThat(verify(server.apiKey(), "anna", 7)).contains("\"Match\":true");
        assertThat(enrol(server.apiKey(), "clara", 9)).contains("\"BioPassID\":\"3\"");
        assertThat(enrol(server.newTenantKey("acme"), "clara", 9)).contains("\"BioPassID\":\"1\"");
        server.close();
        server = RunningServer.start(folder.resolve("data"), Map.of());
        assertThat(verify(server.apiKey(), "berta", 8)).contains("\"Match\":true");
        assertThat(verify(server.apiKey(), "clara", 9)).contains("\"Match\":true");
        assertThat(trail("default")).contains("vault.rotate", "vault.retire", "vault.reseal");
    }

    private String trail(String tenant) {
        run("audit", "--tenant", tenant);
        return out.toString();
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--data");
        all.add(folder.resolve("data").toString());
        return Main.run(
                all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private Path passphrase() {
        return folder.resolve("passphrase");
    }

    private String secret() {
        return "--passphrase-file=" + passphrase();
    }

    private String enrol(String key, String name, long finger) {
        return post(key, "enroll", fingers(name, finger));
    }

    private void enrol(String key, String name, byte[] face) {
        post(
                key,
                "enroll",
                "{\"Person\":{\"CustomID\":\"%s\",\"Face\":[{\"Face-1\":\"%s\"}]}}"
                        .formatted(name, Base64.getEncoder().encodeToString(face)));
    }

    private String verify(String key, String name, long finger) {
        return post(key, "verify", fingers(name, finger));
    }

    private static String fingers(String name, long finger) {
        return "{\"Person\":{\"CustomID\":\"%s\",\"Fingers\":[{\"Finger-1\":\"%s\"}]}}"
                .formatted(name, Base64.getEncoder().encodeToString(Fingers.png(finger)));
    }

    private String post(String key, String operation, String body) {
        return server.send(
                        server.to("/multibiometrics/" + operation)
                                .header("Ocp-Apim-Subscription-Key", key)
                                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)))
                .body();
    }
}
