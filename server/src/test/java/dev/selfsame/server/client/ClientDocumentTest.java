package dev.selfsame.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.client.ClientOptions;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program of docs/java-client.md is the one here, and works. */
@ExtendWith(ServerExtension.class)
final class ClientDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/java-client.md");
    private static final Path SOURCE =
            Path.of("src/test/java/dev/selfsame/server/client/ClientExample.java");

    @TempDir private Path folder;

    @Test
    void showsTheExampleAsItIs() throws IOException {
        Matcher block =
                Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(DOCUMENT));

        assertThat(block.find()).isTrue();
        assertThat(block.group(1))
                .isEqualTo(
                        Files.readString(SOURCE)
                                .replaceFirst("package dev\\.selfsame\\.server\\.client;\n\n", ""));
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
}
