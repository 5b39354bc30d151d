package dev.selfsame.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.client.ClientOptions;
import dev.selfsame.client.Consent;
import dev.selfsame.client.Receipt;
import dev.selfsame.client.SelfsameClient;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/** The programs of docs/java-client.md are those here, and work. */
@ExtendWith(ServerExtension.class)
final class ClientDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/java-client.md");
    private static final Path SOURCES = Path.of("src/test/java/dev/selfsame/server/client");
    private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir private Path folder;

    @Test
    void showsTheExamplesAsTheyAre() throws IOException {
        assertThat(PROGRAM.matcher(Files.readString(DOCUMENT)).results().map(it -> it.group(1)))
                .containsExactly(source("ClientExample"), source("ConsentExample"));
    }

    private static String source(String name) throws IOException {
        return Files.readString(SOURCES.resolve(name + ".java"))
                .replaceFirst("package dev\\.selfsame\\.server\\.client;\n\n", "");
    }

    @Test
    void theExampleWorks(RunningServer server) throws IOException {
        Path document = Files.write(folder.resolve("document.jpg"), Faces.anna());
        Path selfie = Files.write(folder.resolve("selfie.png"), Faces.annaAgain());
        Path other = Files.write(folder.resolve("other.jpg"), Faces.berta());
        Path wall = Files.write(folder.resolve("wall.png"), Faces.nobody());
        ClientOptions options =
                ClientOptions.of(server.address(), server.newTenantKey("client-example"));
        try (SelfsameClient client = SelfsameClient.open(options)) {
            assertThat(ClientExample.isSamePerson(client, document, selfie)).isTrue();
            assertThat(ClientExample.isSamePerson(client, document, other)).isFalse();
            assertThat(ClientExample.age(client, selfie)).isEqualTo("18 or more");
            assertThat(ClientExample.age(client, wall)).startsWith("not to be seen");
            assertThat(ClientExample.isVerified(client, "1234", document, selfie)).isTrue();
            assertThat(ClientExample.isVerified(client, "1234", document, other)).isFalse();
        }
    }

    @Test
    void theExampleOfConsentWorks(RunningServer server) throws IOException {
        Path picture = Files.write(folder.resolve("anna.jpg"), Faces.anna());
        Path file = folder.resolve("receipt.json");
        Instant given = Instant.parse("2025-03-02T08:00:00Z");
        ClientOptions options =
                ClientOptions.of(server.address(), server.newTenantKey("client-consent"));
        try (SelfsameClient client = SelfsameClient.open(options)) {
            ConsentExample.enroll(client, "1234", picture, given);
            ConsentExample.withdraw(client, "1234", given.plusSeconds(1));
            assertThat(client.multibiometrics().consent("1234").map(Consent::withdrawn))
                    .hasValue(given.plusSeconds(1));

            Receipt receipt = ConsentExample.delete(client, "1234", file);

            assertThat(receipt.consents()).isOne();
            assertThat(Receipt.parse(Files.readString(file)).value()).isEqualTo(receipt);
        }
    }
}
