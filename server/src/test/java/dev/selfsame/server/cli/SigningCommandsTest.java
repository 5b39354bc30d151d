package dev.selfsame.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.signing.ResponseSigner;
import dev.selfsame.server.signing.SigningKeys;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.Vault;
import dev.selfsame.server.vault.VaultOptions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Signing keys and signatures as people and programs handle them, on a server's data. */
final class SigningCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UNSIGNED = "{\"score\":5000.5,\"mode\":\"M\"}";

    @TempDir private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void makeData() throws IOException {
        new DataDirectory(folder).create();
        Files.writeString(folder.resolve("selfsame.yaml"), "selfsame.signing.algorithm: ES256\n");
    }

    @Test
    void keysAreListedReplacedAndRetired() {
        assertThat(run("signing", "list", "--json")).isZero();
        assertThat(json().get("signingKeys")).isEmpty();
        String first = rotated();
        String second = rotated("--algorithm", "RS256");
        assertThat(err.toString()).contains("Set selfsame.signing.algorithm to RS256", "ES256");

        assertThat(run("signing", "retire", "--", second)).isOne();
        assertThat(run("signing", "retire", "--", first)).isZero();

        assertThat(run("signing", "list", "--json")).isZero();
        JsonNode keys = json().get("signingKeys");
        assertThat(keys.get(0).get("kid").stringValue()).isEqualTo(first);
        assertThat(keys.get(0).get("state").stringValue()).isEqualTo("retired");
        assertThat(keys.get(0).has("retired")).isTrue();
        assertThat(keys.get(1).get("state").stringValue()).isEqualTo("current");
        assertThat(keys.get(1).get("algorithm").stringValue()).isEqualTo("RS256");
        assertThat(run("signing", "list")).isZero();
        assertThat(out.toString()).startsWith("KID").contains(first, second, "current", "retired");
        assertThat(trail())
                .containsExactly(
                        "- signing.rotate " + first + " done",
                        "- signing.rotate " + second + " done",
                        "- signing.retire " + second + " refused",
                        "- signing.retire " + first + " done");
    }

    @Test
    void theMasterKeysRotationTakesSigningKeysAlong() {
        rotated();
        assertThat(run("vault", "status", "--json")).isZero();
        String before = json().get("masterKeys").get(0).stringValue();
        assertThat(json().get("signingKeys").get(before).intValue()).isOne();

        assertThat(run("vault", "rotate")).isZero();
        assertThat(err.toString()).startsWith("1 keys are sealed with the master key");
        assertThat(run("vault", "retire")).isZero();

        assertThat(run("vault", "status")).isZero();
        assertThat(out.toString())
                .contains("seals 0 keys of tenants, 1 signing keys")
                .doesNotContain(before);
    }

    @Test
    void answersAreVerifiedWithTheKeysOfTheDatabaseAndOfFiles() throws IOException {
        rotated();
        String old = signed();
        String jwks = with(SigningKeys::jwks);
        rotated();
        String one = file("answer.json", signed() + "\n");
        String many = file("many.json", "[" + old + ", " + signed() + "]");

        assertThat(run("verify-signature", one)).isZero();
        assertThat(out.toString()).startsWith("VALID, signed by ").hasLineCount(1);
        assertThat(run("verify-signature", many, "--json")).isZero();
        assertThat(json().get("answers")).hasSize(2);
        String oldFile = file("old.json", old);
        for (String[] keys :
                List.of(
                        new String[] {"--jwks", file("jwks.json", jwks)},
                        new String[] {"--certificate", file("old.pem", certificateOf(old))})) {
            assertThat(Main.run(words("verify-signature", oldFile, keys), print(), printErr()))
                    .isZero();
            assertThat(Main.run(words("verify-signature", one, keys), print(), printErr())).isOne();
            assertThat(out.toString()).contains("no known key has its kid");
        }
    }

    @Test
    void saysWhichAnswerWasAlteredAndHow() throws IOException {
        rotated();
        String answer = signed();
        String pretty = answer.replace(",", ",\n  ");
        String altered = answer.replace("5000.5", "9999.5").replace("\"M\"", "\"\\u001b[31mM\"");
        String file = file("three.json", "[" + answer + "," + pretty + "," + altered + "]");

        assertThat(run("verify-signature", file)).isOne();

        assertThat(out.toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("answer 1: VALID, signed by "),
                        line ->
                                assertThat(line)
                                        .startsWith(
                                                "answer 2: VALID, same content, formatted"
                                                        + " differently, signed by "),
                        line -> assertThat(line).startsWith("answer 3: REFUSED: altered"),
                        line -> assertThat(line).startsWith("  /mode: \"M\" was signed"),
                        line ->
                                assertThat(line)
                                        .isEqualTo("  /score: 5000.5 was signed, 9999.5 is here"));
        assertThat(out.toString()).doesNotContain("\u001b");
        assertThat(run("verify-signature", file, "--json")).isOne();
        JsonNode answers = json().get("answers");
        assertThat(json().get("valid").booleanValue()).isFalse();
        assertThat(answers.get(0).get("asSent").booleanValue()).isTrue();
        assertThat(answers.get(1).get("asSent").booleanValue()).isFalse();
        assertThat(answers.get(2).get("differences")).hasSize(2);
    }

    @Test
    void aRetiredKeyVerifiesNothing() throws IOException {
        String kid = rotated();
        String file = file("answer.json", signed());
        rotated();
        assertThat(run("verify-signature", file)).isZero();
        assertThat(run("signing", "retire", "--", kid)).isZero();

        assertThat(run("verify-signature", file)).isOne();
        assertThat(out.toString()).startsWith("REFUSED: its signature is not valid: no known key");
    }

    @Test
    void readsStandardInput() throws IOException {
        rotated();
        file("answer.json", signed());
        ProcessBuilder builder =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "verify-signature",
                                "-",
                                "--data",
                                folder.toString())
                        .redirectInput(folder.resolve("answer.json").toFile())
                        .redirectErrorStream(true);
        String said =
                new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).contains("VALID, signed by ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing.json",
                "empty.json",
                "text.json",
                "answer.json|--jwks|missing.json",
                "answer.json|--jwks|text.json",
                "answer.json|--certificate|text.json",
                "answer.json|--certificate|empty.json",
                "answer.json|--jwks|https://server.example/.well-known/jwks.json",
                "."
            })
    void whatCannotBeUsedIsExitCodeThree(String line) throws IOException {
        rotated();
        file("answer.json", signed());
        file("empty.json", "");
        file("text.json", "no \u001b[31m JSON");
        String[] words = line.split("\\|", -1);
        for (int i = 0; i < words.length; i++) {
            boolean path = !words[i].startsWith("--") && !words[i].startsWith("https");
            words[i] = path ? folder.resolve(words[i]).toString() : words[i];
        }

        assertThat(Main.run(words("verify-signature", words[0], rest(words)), print(), printErr()))
                .isEqualTo(3);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .startsWith("selfsame: ")
                .hasLineCount(1)
                .doesNotContain("\u001b");
    }

    @Test
    void withoutAnyKeyNothingCanBeVerified() throws IOException {
        rotated();
        String file = file("answer.json", signed());
        Path elsewhere = folder.resolve("elsewhere");
        new DataDirectory(elsewhere).create();
        String[] words = {"verify-signature", file, "--data", elsewhere.toString()};

        assertThat(Main.run(words, print(), printErr())).isEqualTo(3);
        assertThat(err.toString()).contains("no key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signing",
                "signing|rotate|--algorithm|HS256",
                "signing|rotate|--algorithm|none",
                "signing|retire",
                "verify-signature",
                "verify-signature|a|b",
                "verify-signature|a|--jwks|b|--certificate|c"
            })
    void misuseIsExitCodeTwo(String line) {
        assertThat(Main.run(line.split("\\|", -1), print(), printErr())).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "' or 1=1 --", "\u001b[31m", "%"})
    void anUnknownKeyCannotBeRetiredAndIsNotWrittenDown(String kid) {
        assertThat(run("signing", "retire", kid)).isOne();
        assertThat(err.toString()).doesNotContain("\u001b").hasLineCount(1);
        assertThat(trail()).containsExactly("- signing.retire - refused");
    }

    private static String[] rest(String[] words) {
        return List.of(words).subList(1, words.length).toArray(String[]::new);
    }

    private String rotated(String... words) {
        List<String> all = new ArrayList<>(List.of("signing", "rotate"));
        all.addAll(List.of(words));
        assertThat(run(all.toArray(String[]::new))).isZero();
        String kid = out.toString().strip();
        assertThat(kid).hasSize(43);
        return kid;
    }

    private List<String> trail() {
        assertThat(run("audit", "--json")).isZero();
        List<String> trail = new ArrayList<>();
        json().get("audit")
                .forEach(
                        it ->
                                trail.add(
                                        "%s %s %s %s"
                                                .formatted(
                                                        it.get("tenant").stringValue(),
                                                        it.get("action").stringValue(),
                                                        it.get("subject").stringValue(),
                                                        it.get("outcome").stringValue())));
        return trail;
    }

    private String signed() {
        String jws =
                with(
                        keys ->
                                new ResponseSigner(keys)
                                        .sign(UNSIGNED.getBytes(StandardCharsets.UTF_8)));
        return UNSIGNED.substring(0, UNSIGNED.length() - 1) + ",\"signature\":\"" + jws + "\"}";
    }

    private String certificateOf(String answer) {
        String header = JSON.readTree(answer).get("signature").stringValue().split("\\.", -1)[0];
        String kid = JSON.readTree(Base64.getUrlDecoder().decode(header)).get("kid").stringValue();
        return with(keys -> keys.certificatePem(kid).orElseThrow());
    }

    /** The keys of a server that runs on this data, as they are now. */
    private String with(Function<SigningKeys, String> work) {
        DataDirectory data = new DataDirectory(folder);
        try (Database database = Database.open(data.database())) {
            Vault vault =
                    new Vault(
                            database.tenantKeys(),
                            MasterKeySource.of(new VaultOptions(null, null), data.masterKey()),
                            Clock.systemUTC());
            return work.apply(new SigningKeys(database.signingKeys(), vault, Clock.systemUTC()));
        }
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private int run(String... words) {
        return Main.run(words(words[0], words[1], rest(rest(words))), print(), printErr());
    }

    private String[] words(String first, String second, String... more) {
        // why in the middle: what follows -- is no option any more
        List<String> all = new ArrayList<>(List.of(first, second, "--data", folder.toString()));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private PrintWriter print() {
        out = new StringWriter();
        return new PrintWriter(out, true);
    }

    private PrintWriter printErr() {
        err = new StringWriter();
        return new PrintWriter(err, true);
    }

    private JsonNode json() {
        assertThat(out.toString().lines()).as(err.toString()).hasSize(1);
        return JSON.readTree(out.toString());
    }
}
