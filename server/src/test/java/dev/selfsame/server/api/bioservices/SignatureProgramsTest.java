package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.server.signing.AnswerCheck;
import dev.selfsame.server.signing.AnswerOutcome;
import dev.selfsame.server.signing.KeyFile;
import dev.selfsame.server.signing.ResponseSigner;
import dev.selfsame.server.signing.SignatureCheck;
import dev.selfsame.server.signing.SignedFile;
import dev.selfsame.server.signing.SigningAlgorithm;
import dev.selfsame.server.signing.SigningKeyRotation;
import dev.selfsame.server.signing.SigningKeys;
import dev.selfsame.server.signing.SigningOptions;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.testing.CommandProcess;
import dev.selfsame.server.testing.DocumentedPrograms;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.Vault;
import dev.selfsame.server.vault.VaultOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The programs of docs/signatures.md, as somebody runs them who has copied them from there. */
@ExtendWith(ServerExtension.class)
final class SignatureProgramsTest {

    private static final Path DOCUMENT = Path.of("../docs/signatures.md");

    @TempDir private Path folder;

    private final List<Database> databases = new ArrayList<>();

    /** A program of the document and what it is run with. */
    enum Verifier {
        PYTHON("python3", "verify.py", "jwks.json"),
        NODE("node", "verify.mjs", "jwks.json"),
        JAVA("java", "Verify.java", "signing.pem"),
        SHELL("sh", "verify.sh", "signing.pem");

        private final String interpreter;
        private final String file;
        private final String keys;

        Verifier(String interpreter, String file, String keys) {
            this.interpreter = interpreter;
            this.file = file;
            this.keys = keys;
        }
    }

    @BeforeEach
    void copyPrograms() throws IOException {
        DocumentedPrograms.copy(DOCUMENT, folder);
        assumeTrue(DocumentedPrograms.isInstalled("openssl", "version"), "no openssl here");
    }

    @AfterEach
    void closeDatabases() {
        databases.forEach(Database::close);
    }

    @Test
    void eachAnswerOfAListIsSignedAndAnUnsignedOneIsNot() throws Exception {
        SignedJson json = server(SigningAlgorithm.ES256, "server");
        byte[] list = json.writeAllKept(List.of(Map.of("a", 1), Map.of("b", 2)));
        AnswerCheck check =
                new AnswerCheck(
                        SignatureCheck.of(
                                KeyFile.jwks(Files.readAllBytes(folder.resolve("jwks.json")))));

        assertThat(SignedFile.answers(list))
                .hasSize(2)
                .allSatisfy(
                        it -> assertThat(check.check(it)).isInstanceOf(AnswerOutcome.AsSent.class));
        assertThat(json.writeAllKept(List.of())).asString().isEqualTo("[]");
        assertThat(json.writeUnsigned(Map.of("a", 1))).asString().isEqualTo("{\"a\":1}");
    }

    @ParameterizedTest
    @EnumSource
    void acceptsAnAnswerOfARunningServer(Verifier verifier, RunningServer server) throws Exception {
        assumeInstalled(verifier);
        fetch(server);

        assertThat(run(verifier)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void acceptsEveryFormAndRefusesEveryForgery(Verifier verifier) throws Exception {
        assumeInstalled(verifier);
        if (verifier == Verifier.JAVA) {
            compile();
        }
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            SignedJson json = server(algorithm, "server-" + algorithm);
            for (byte[] answer :
                    List.of(json.write(answer(5000.5)), json.writeDetached(answer(5000.5)))) {
                accepts(verifier, answer);
                refuses(verifier, answer, it -> it.replace("5000.5", "9000.5"));
                refuses(verifier, answer, it -> it.replace("Jürgen", "Jörgen"));
                refuses(verifier, answer, SignatureProgramsTest::withAlteredSignature);
            }
            String other = new String(json.write(answer(1.5)), StandardCharsets.UTF_8);
            refuses(
                    verifier,
                    json.write(answer(5000.5)),
                    it ->
                            it.substring(0, it.indexOf(",\"signature\""))
                                    + other.substring(other.indexOf(",\"signature\"")));
            byte[] foreign = server(algorithm, "foreign-" + algorithm).write(answer(5000.5));
            publish(folder.resolve("server-" + algorithm));
            refuses(verifier, foreign, it -> it);
        }
    }

    @Test
    void theCommandLineDoesWhatIsDocumented(RunningServer server) throws Exception {
        fetch(server);
        List<String> lines = DocumentedPrograms.console(DOCUMENT, "./selfsame verify-signature ");

        assertThat(lines).hasSize(3);
        for (String line : lines) {
            assertThat(command("verify-signature " + line, server)).startsWith("VALID, signed by ");
        }
        assertThat(DocumentedPrograms.console(DOCUMENT, "./selfsame signing "))
                .containsExactly("list", "rotate");
    }

    private String command(String line, RunningServer server) throws Exception {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ", -1)) {
            Path file = folder.resolve(word);
            words.add(word.contains(".") && Files.exists(file) ? file.toString() : word);
        }
        words.addAll(List.of("--data", server.data().root().toString()));
        try (CommandProcess process = CommandProcess.start(folder, words.toArray(String[]::new))) {
            String said = process.line();
            assertThat(process.exitCode()).isZero();
            return said;
        }
    }

    private void fetch(RunningServer server) throws Exception {
        assumeTrue(DocumentedPrograms.isInstalled("curl", "--version"), "no curl here");
        Files.write(folder.resolve("first.jpg"), Faces.anna());
        Files.write(folder.resolve("second.jpg"), Faces.annaAgain());
        Map<String, String> variables =
                Map.of("server", server.address().toString(), "key", server.apiKey());
        assertThat(DocumentedPrograms.run(folder, variables, "sh", "fetch.sh")).isZero();
        assertThat(folder.resolve("answer.json")).content().contains("\"signature\":\"");
    }

    private SignedJson server(SigningAlgorithm algorithm, String name) throws IOException {
        Path data = Files.createDirectories(folder.resolve(name));
        Database database = Database.open(data.resolve("db"));
        databases.add(database);
        Vault vault =
                new Vault(
                        database.tenantKeys(),
                        MasterKeySource.of(
                                new VaultOptions(null, null), data.resolve("master-key")),
                        Clock.systemUTC());
        vault.prepare();
        new SigningKeyRotation(database.signingKeys(), vault, Clock.systemUTC())
                .ensureCurrent(new SigningOptions(algorithm, 2048));
        SigningKeys keys = new SigningKeys(database.signingKeys(), vault, Clock.systemUTC());
        Files.writeString(data.resolve("jwks.json"), keys.jwks());
        Files.writeString(data.resolve("signing.pem"), keys.certificatePem());
        publish(data);
        return new SignedJson(JsonMapper.builder().build(), new ResponseSigner(keys));
    }

    private void publish(Path data) throws IOException {
        for (String name : List.of("jwks.json", "signing.pem")) {
            Files.writeString(folder.resolve(name), Files.readString(data.resolve(name)));
        }
    }

    private static Map<String, Object> answer(double score) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("reference", Map.of("mode", "M"));
        answer.put("score", score);
        answer.put("correlationId", "Jürgen \"✓\" \\ %s $x `y`");
        answer.put("image", "A".repeat(200_000));
        return answer;
    }

    private static String withAlteredSignature(String answer) {
        int dot = answer.lastIndexOf('.') + 10;
        char other = answer.charAt(dot) == 'A' ? 'B' : 'A';
        return answer.substring(0, dot) + other + answer.substring(dot + 1);
    }

    private void accepts(Verifier verifier, byte[] answer) throws Exception {
        Files.write(folder.resolve("answer.json"), answer);
        assertThat(run(verifier)).as(said()).isZero();
    }

    private void refuses(Verifier verifier, byte[] answer, UnaryOperator<String> forgery)
            throws Exception {
        String text = new String(answer, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("answer.json"), forgery.apply(text));
        assertThat(run(verifier)).isEqualTo(1);
        assertThat(said())
                .containsAnyOf("altered", "unknown key")
                .doesNotContain("Traceback", "Exception");
    }

    private int run(Verifier verifier) throws Exception {
        List<String> command = new ArrayList<>();
        if (verifier != Verifier.JAVA) {
            command.addAll(List.of(verifier.interpreter, verifier.file));
        } else if (Files.exists(folder.resolve("Verify.class"))) {
            command.addAll(List.of(java(), "-cp", ".", "-XX:TieredStopAtLevel=1", "Verify"));
        } else {
            command.addAll(List.of(java(), verifier.file));
        }
        command.addAll(List.of("answer.json", verifier.keys));
        return DocumentedPrograms.run(folder, Map.of(), command.toArray(String[]::new));
    }

    // why: what is run twenty times need not be compiled as often
    private void compile() throws Exception {
        String compiler = Path.of(java()).resolveSibling("javac").toString();
        assertThat(DocumentedPrograms.run(folder, Map.of(), compiler, "Verify.java")).isZero();
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElseThrow();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve(DocumentedPrograms.OUTPUT));
    }

    private static void assumeInstalled(Verifier verifier) {
        assumeTrue(
                verifier == Verifier.JAVA
                        || verifier == Verifier.SHELL
                        || DocumentedPrograms.isInstalled(verifier.interpreter, "--version"),
                verifier.interpreter + " is not installed; install it to run this");
    }
}
