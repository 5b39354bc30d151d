package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

@ExtendWith(ServerExtension.class)
final class MatchImagesTest {

    private static final String PATH = "/bioserver-app/v2/match/images";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void onePersonScoresHighAndTwoScoreLow(RunningServer server) {
        JsonNode same = match(server, MultipartBody.match(Faces.anna(), Faces.annaAgain()));
        JsonNode different = match(server, MultipartBody.match(Faces.anna(), Faces.berta()));

        assertThat(same.get("score").doubleValue()).isGreaterThan(3500);
        assertThat(different.get("score").doubleValue()).isLessThan(3000);
    }

    @Test
    void rateFollowsFromTheScore(RunningServer server) {
        JsonNode match = match(server, MultipartBody.match(Faces.anna(), Faces.berta()));

        double score = match.get("score").doubleValue();
        double rate = match.get("falseAcceptanceRate").doubleValue();
        double expected = Math.clamp(Math.pow(10, -(score - 2500) / 500), 1e-15, 100);
        assertThat(rate).isCloseTo(expected, within(expected * 1e-9));
    }

    @Test
    void answersWithTheDocumentedMembersInTheirOrder(RunningServer server) throws Exception {
        JsonNode match =
                match(
                        server,
                        MultipartBody.match(Faces.anna(), Faces.berta())
                                .text("correlationId", "c-1 \"ü\"")
                                .text("evidenceId", "e-1"));

        assertThat(match.propertyNames())
                .containsExactly(
                        "reference",
                        "candidate",
                        "score",
                        "falseAcceptanceRate",
                        "correlationId",
                        "evidenceId",
                        "created",
                        "signature");
        assertThat(match.get("correlationId").stringValue()).isEqualTo("c-1 \"ü\"");
        assertThat(match.get("created").stringValue())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        JsonNode reference = match.get("reference");
        assertThat(reference.propertyNames())
                .containsExactly("id", "digest", "mode", "imageType", "quality", "landmarks");
        assertThat(reference.get("digest").stringValue()).isEqualTo(sha256(Faces.anna()));
        assertThat(reference.get("imageType").stringValue()).isEqualTo("SELFIE");
        assertThat(reference.get("quality").intValue()).isPositive();
        assertThat(match.get("candidate").get("imageType").stringValue()).isEqualTo("ID_DOCUMENT");
        assertThat(match.get("candidate").get("id")).isNotEqualTo(reference.get("id"));
    }

    @Test
    void eyesLieInsideTheBox(RunningServer server) {
        JsonNode landmarks =
                match(server, MultipartBody.match(Faces.anna(), Faces.berta()))
                        .get("reference")
                        .get("landmarks");

        JsonNode box = landmarks.get("box");
        double left = box.get("x").doubleValue();
        double right = left + box.get("width").doubleValue();
        JsonNode eyes = landmarks.get("eyes");
        assertThat(eyes.get("x1").doubleValue()).isBetween(left, right);
        assertThat(eyes.get("x2").doubleValue()).isBetween(eyes.get("x1").doubleValue(), right);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "TRUE,true", "1,true", "false,false", "'\"false\"',false"})
    void repeatsWhetherRotationWasAskedFor(String sent, boolean emitted, RunningServer server) {
        JsonNode match =
                match(
                        server,
                        MultipartBody.match(Faces.anna(), Faces.annaAgain())
                                .text("imageRotationEnabled", sent));

        assertThat(match.get("reference").get("imageRotationEnabled").booleanValue())
                .isEqualTo(emitted);
    }

    @Test
    void findsAFaceOnItsSideOnlyIfAsked(RunningServer server) {
        MultipartBody turned =
                MultipartBody.match(Faces.annaTurned(), Faces.annaAgain())
                        .text("imageRotationEnabled", "true");

        assertThat(match(server, turned).get("score").doubleValue()).isGreaterThan(3000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"referenceImage", "candidateImage"})
    void saysWhichPictureShowsNoFace(String part, RunningServer server) {
        HttpResponse<String> answer = server.post(PATH, pictures(part, Faces.nobody()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).startsWith(part + ": no face found; send a sharp picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"referenceImage", "candidateImage"})
    void saysWhichPictureShowsSeveralFaces(String part, RunningServer server) {
        HttpResponse<String> answer = server.post(PATH, pictures(part, Faces.group()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).startsWith(part + ": 3 faces found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no picture", "\u0000", "\u00FF\u00D8\u00FF"})
    void saysWhichPictureIsUnreadable(String content, RunningServer server) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<String> answer = server.post(PATH, pictures("candidateImage", bytes));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).startsWith("candidateImage: not a readable picture");
    }

    @Test
    void advisesByTheReason(RunningServer server) {
        byte[] cut = Arrays.copyOf(Faces.anna(), Faces.anna().length / 2);
        byte[] hiding = Arrays.copyOf(Faces.anna(), Faces.anna().length + 4);
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, hiding, Faces.anna().length, 4);

        assertThat(message(server.post(PATH, pictures("referenceImage", cut))))
                .endsWith("; copy or download it again");
        assertThat(message(server.post(PATH, pictures("referenceImage", hiding))))
                .endsWith("; open it in a picture program and save it anew");
        assertThat(message(server.post(PATH, pictures("referenceImage", enormous()))))
                .endsWith("; scale it down");
    }

    /** The header of a bitmap of 30000 x 30000 pixels. */
    private static byte[] enormous() {
        return ByteBuffer.allocate(200)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'B', 'M'})
                .putInt(200)
                .putInt(0)
                .putInt(54)
                .putInt(40)
                .putInt(30_000)
                .putInt(30_000)
                .putShort((short) 1)
                .putShort((short) 24)
                .array();
    }

    @Test
    void saysWhichPictureIsTooLarge(RunningServer server) {
        HttpResponse<String> answer =
                server.post(PATH, pictures("candidateImage", new byte[25_000_001]));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(message(answer)).startsWith("candidateImage:");
    }

    @Test
    void refusesAnEmptyPicture(RunningServer server) {
        HttpResponse<String> answer = server.post(PATH, pictures("referenceImage", new byte[0]));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).startsWith("referenceImage: empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "referenceImage",
                "candidateImage",
                "referenceImageType",
                "candidateImageType"
            })
    void saysWhichPartIsMissing(String part, RunningServer server) {
        MultipartBody body = MultipartBody.formData();
        if (!part.equals("referenceImage")) {
            body.file("referenceImage", new byte[] {1});
        }
        if (!part.equals("candidateImage")) {
            body.file("candidateImage", new byte[] {1});
        }
        if (!part.equals("referenceImageType")) {
            body.text("referenceImageType", "SELFIE");
        }
        if (!part.equals("candidateImageType")) {
            body.text("candidateImageType", "SELFIE");
        }
        HttpResponse<String> answer = server.post(PATH, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).isEqualTo(part + ": the part is missing");
    }

    @ParameterizedTest
    @CsvSource({"referenceImageType,PORTRAIT", "candidateImageType,selfie"})
    void refusesUnknownKindsOfPicture(String part, String value, RunningServer server) {
        MultipartBody body = MultipartBody.formData();
        body.file("referenceImage", new byte[] {1}).file("candidateImage", new byte[] {1});
        String other =
                part.equals("referenceImageType") ? "candidateImageType" : "referenceImageType";
        HttpResponse<String> answer =
                server.post(PATH, body.text(part, value).text(other, "SELFIE"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).startsWith(part + ":").contains("VIDEO_FRAME");
    }

    @Test
    void refusesABooleanThatIsNone(RunningServer server) {
        HttpResponse<String> answer =
                server.post(
                        PATH,
                        MultipartBody.match(new byte[] {1}, new byte[] {1})
                                .text("imageRotationEnabled", "maybe"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).startsWith("imageRotationEnabled:");
    }

    @Test
    void refusesOtherContentTypesWith400(RunningServer server) {
        HttpResponse<String> answer =
                server.send(
                        server.to(PATH)
                                .headers("apikey", server.apiKey())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).contains("multipart/form-data");
    }

    @Test
    void refusesABodyThatIsTooLargeHoweverItIsSent(RunningServer server) {
        byte[] large = MultipartBody.formData().file("other", new byte[60_000_001]).bytes();
        HttpResponse<String> chunked =
                server.send(
                        server.to(PATH)
                                .headers("apikey", server.apiKey())
                                .header("Content-Type", MultipartBody.formData().contentType())
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(large))));

        assertThat(chunked.statusCode()).isEqualTo(413);
    }

    private static MultipartBody pictures(String part, byte[] content) {
        return part.equals("referenceImage")
                ? MultipartBody.match(content, Faces.anna())
                : MultipartBody.match(Faces.anna(), content);
    }

    private static JsonNode match(RunningServer server, MultipartBody body) {
        HttpResponse<String> answer = server.post(PATH, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        return JSON.readTree(answer.body());
    }

    private static String message(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).get("message").stringValue();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
