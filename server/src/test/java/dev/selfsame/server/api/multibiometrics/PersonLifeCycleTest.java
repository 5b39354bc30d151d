package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.finger.FingerOutcome;
import dev.selfsame.engine.finger.FingerRequest;
import dev.selfsame.engine.template.TemplateCodec;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.Fingers;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A person from the enrolment to the deletion, and what is left of it afterwards. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
@ExtendWith(DatabasesExtension.class)
final class PersonLifeCycleTest {

    private static final String CUSTOM_ID = "052.114.877-93 Anna";

    private static final String PURPOSE = "Door of the house in Anna's street";
    private static final String CONSENT =
            "{\"Purpose\":\"%s\",\"LegalBasis\":\"GDPR 9\",\"GivenAt\":\"2025-03-02T08:00:00Z\"}"
                    .formatted(PURPOSE);

    @TempDir private Path folder;

    private final Databases databases;
    private final DatabaseOptions options;

    PersonLifeCycleTest(DatabaseKind kind, Databases databases) {
        this.databases = databases;
        options = databases.fresh(kind);
    }

    @Test
    void isWholeAndLeavesNoPictureNorTemplateInClear() throws IOException {
        String anna =
                person(Faces.anna(), Fingers.png(7), Fingers.png(8))
                        .replace("\"Face\":[", "\"Consent\":" + CONSENT + ",\"Face\":[");
        String annaAgain =
                person(Faces.annaAgain(), Fingers.turned(7, "png"), Fingers.turned(8, "png"));
        String berta = person(Faces.berta(), Fingers.png(9), Fingers.png(10));
        String sealed;
        try (RunningServer server = RunningServer.start(folder, Databases.settings(options))) {
            assertThat(call(server, "enroll", anna)).contains("\"BioPassID\":\"1\"");
            assertThat(call(server, "verify", annaAgain)).contains("\"Match\":true");
            assertThat(call(server, "verify", berta)).contains("\"Match\":false");
            assertThat(call(server, "identify", identify(Faces.annaAgain())))
                    .contains(CUSTOM_ID)
                    .contains("\"Searched\":1");
            sealed = everythingStored();

            assertThat(call(server, "update", berta)).contains("\"BioPassID\":\"1\"");
            assertThat(call(server, "verify", annaAgain)).contains("\"Match\":false");
            assertThat(call(server, "verify", berta)).contains("\"Match\":true");
            assertThat(call(server, "identify", identify(Faces.annaAgain())))
                    .doesNotContain(CUSTOM_ID);
        }
        try (RunningServer server = RunningServer.start(folder, Databases.settings(options))) {
            assertThat(call(server, "verify", berta)).contains("\"Match\":true");
            assertThat(call(server, "identify", identify(Faces.berta()))).contains(CUSTOM_ID);

            assertThat(call(server, "consent", Bodies.nameOnly(CUSTOM_ID))).contains(PURPOSE);

            assertThat(call(server, "delete", Bodies.nameOnly(CUSTOM_ID))).contains(CUSTOM_ID);

            assertThat(call(server, "verify", berta)).isEqualTo("Person not found");
            assertThat(call(server, "identify", identify(Faces.berta())))
                    .contains("\"Candidates\":[]")
                    .contains("\"Searched\":0");
            assertThat(rows("person")).isZero();
            assertThat(rows("person_template")).isZero();
            assertThat(rows("verification_failure")).isZero();
            assertThat(rows("person_consent")).isZero();
            assertThat(rows("deletion_receipt")).isOne();
            assertThat(everythingStored())
                    .contains("people.enrol")
                    .contains("people.update")
                    .contains("people.delete");
        }
        assertThat(sealed).contains("person_template");
        for (var secret : secrets().entrySet()) {
            assertThat(sealed)
                    .as("%s in the database", secret.getKey())
                    .doesNotContain(HexFormat.of().formatHex(secret.getValue()));
            for (Path file : files()) {
                assertThat(contains(Files.readAllBytes(file), secret.getValue()))
                        .as("%s in %s", secret.getKey(), file)
                        .isFalse();
            }
        }
    }

    /** What must never be found: pictures, what is made of them on the way, and the name. */
    private static Map<String, byte[]> secrets() {
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        secrets.put("the name", CUSTOM_ID.getBytes(StandardCharsets.UTF_8));
        secrets.put("the purpose", PURPOSE.getBytes(StandardCharsets.UTF_8));
        List<byte[]> pictures =
                List.of(
                        Faces.anna(),
                        Faces.annaAgain(),
                        Faces.berta(),
                        Fingers.png(7),
                        Fingers.png(8),
                        Fingers.turned(7, "png"));
        for (int i = 0; i < pictures.size(); i++) {
            byte[] picture = pictures.get(i);
            byte[] inside =
                    Arrays.copyOfRange(picture, picture.length / 2, picture.length / 2 + 48);
            secrets.put("the middle of picture " + i, inside);
            // why three ways: base64 of a part depends on where in a group of three it begins
            for (int shift = 0; shift < 3; shift++) {
                String text =
                        Base64.getEncoder()
                                .encodeToString(
                                        Arrays.copyOfRange(picture, 600 + shift, 600 + shift + 48));
                secrets.put(
                        "base64 of picture " + i + " shifted by " + shift,
                        text.getBytes(StandardCharsets.US_ASCII));
            }
        }
        try (Engine engine = Engine.open(EngineConfig.DEFAULT)) {
            if (engine.readFace(Faces.anna(), FaceRequest.PLAIN)
                    instanceof FaceOutcome.Found found) {
                byte[] vector = found.face().template().vector();
                secrets.put("the face's template", vector);
                secrets.put("the encoded template", TemplateCodec.encode(found.face().template()));
            }
            if (engine.readFinger(Fingers.png(7), FingerRequest.PLAIN)
                    instanceof FingerOutcome.Found found) {
                secrets.put("the finger's template", found.template().minutiae());
            }
        }
        assertThat(secrets).hasSize(2 + 6 * 4 + 3);
        return secrets;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("master-key"))
                    .toList();
        }
    }

    private static boolean contains(byte[] file, byte[] secret) {
        // why so: characters of this charset are bytes
        return new String(file, StandardCharsets.ISO_8859_1)
                .contains(new String(secret, StandardCharsets.ISO_8859_1));
    }

    private String everythingStored() {
        return databases.dump(options, folder.resolve("db/selfsame"));
    }

    private long rows(String table) {
        return databases.rows(options, folder.resolve("db/selfsame"), table);
    }

    private static String call(RunningServer server, String operation, String body) {
        String method =
                switch (operation) {
                    case "update" -> "PUT";
                    case "delete" -> "DELETE";
                    default -> "POST";
                };
        HttpResponse<String> answer =
                server.sendJson(method, "/multibiometrics/" + operation, body);
        return answer.body();
    }

    private static String person(byte[] face, byte[] first, byte[] second) {
        return Bodies.person(
                CUSTOM_ID,
                "\"Face\":[{\"Face-1\":\"%s\"}],\"Fingers\":[{\"Finger-2\":\"%s\",\"Finger-7\":\"%s\"}]"
                        .formatted(
                                Bodies.base64(face), Bodies.base64(first), Bodies.base64(second)));
    }

    private static String identify(byte[] face) {
        return "{\"Identify\":{\"Face\":[{\"Face-1\":\"" + Bodies.base64(face) + "\"}]}}";
    }
}
