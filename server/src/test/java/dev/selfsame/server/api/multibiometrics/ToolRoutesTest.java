package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import javax.imageio.ImageIO;

/** What makes and measures things and keeps nothing. */
@ExtendWith(ServerExtension.class)
final class ToolRoutesTest {

    private static final String EXTRACT = "/multibiometrics/extract";
    private static final String MATCH = "/multibiometrics/match";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({
        "FACE,BIOPASS,SSBT",
        "FINGER,BIOPASS,SSBT",
        "FINGER,ISO_IEC_2005_19794_2,FMR\0 20\0",
        "FINGER,ISO_IEC_2011_19794_2,FMR\000030\0",
        "FINGER,ANSI_INCITS_378,FMR\0 20\0"
    })
    void extractsATemplateOfTheFormat(
            String type, String format, String magic, RunningServer server) {
        byte[] template = extracted(server, type, format, picture(type));

        assertThat(new String(template, StandardCharsets.ISO_8859_1)).startsWith(magic);
    }

    @ParameterizedTest
    @CsvSource({
        "FACE,BIOPASS",
        "FINGER,BIOPASS",
        "FINGER,ISO_IEC_2005_19794_2",
        "FINGER,ISO_IEC_2011_19794_2",
        "FINGER,ANSI_INCITS_378"
    })
    void matchesTemplates(String type, String format, RunningServer server) {
        boolean face = type.equals("FACE");
        byte[] one = extracted(server, type, format, face ? Bodies.ANNA : Bodies.FINGER);
        byte[] same =
                extracted(server, type, format, face ? Bodies.ANNA_AGAIN : Bodies.FINGER_AGAIN);
        byte[] other = extracted(server, type, format, face ? Bodies.BERTA : Bodies.OTHER_FINGER);

        JsonNode genuine = match(server, type, format, one, same);
        JsonNode impostor = match(server, type, format, one, other);

        assertThat(genuine.get("IsGenuine").booleanValue()).isTrue();
        assertThat(genuine.get("Score").doubleValue()).isBetween(3500.0, 10_000.0);
        assertThat(impostor.get("IsGenuine").booleanValue()).isFalse();
        assertThat(impostor.get("Score").doubleValue()).isBetween(1500.0, 3500.0);
    }

    @Test
    void matchesPicturesAndTemplatesMixed(RunningServer server) {
        byte[] template = extracted(server, "FACE", "BIOPASS", Bodies.ANNA);

        String answer =
                server.postJson(
                                MATCH,
                                Bodies.match(
                                        "FACE",
                                        "BIOPASS",
                                        Bodies.base64(template),
                                        Bodies.ANNA_AGAIN))
                        .body();

        assertThat(answer).matches("\\{\"Match\":\\{\"IsGenuine\":true,\"Score\":[0-9.]+}}");
    }

    @ParameterizedTest
    @CsvSource({
        "wsq_encode,decode,15",
        "encode,wsq_decode,0.75",
        "wsq_encode,decode,2.25",
        "wsq_encode,decode,'\"5\"'"
    })
    void writesWsqAndReadsItAgain(
            String encode, String decode, String compression, RunningServer server)
            throws IOException {
        String wsq =
                image(
                        server.postJson(
                                "/multibiometrics/" + encode,
                                "{\"Encode\":{\"Image\":\"%s\",\"Compression\":%s,\"PPI\":1000}}"
                                        .formatted(Bodies.FINGER, compression)),
                        "Encode");
        String png =
                image(
                        server.postJson(
                                "/multibiometrics/" + decode,
                                "{\"Decode\":{\"Wsq\":\"%s\"}}".formatted(wsq)),
                        "Decode");

        assertThat(Base64.getDecoder().decode(wsq)).startsWith(0xFF, 0xA0);
        BufferedImage picture = image(png);
        assertThat(picture.getWidth()).isEqualTo(400);
        assertThat(picture.getHeight()).isEqualTo(400);
        // 1000 dpi are 39370 pixels a metre
        assertThat(new String(Base64.getDecoder().decode(png), StandardCharsets.ISO_8859_1))
                .contains("pHYs\0\0\u0099\u00CA\0\0\u0099\u00CA\u0001");
    }

    @Test
    void higherCompressionMakesShorterFiles(RunningServer server) {
        assertThat(wsqLength(server, "20")).isLessThan(wsqLength(server, "5"));
        assertThat(wsqLength(server, "0.5")).isLessThan(wsqLength(server, "4"));
    }

    @Test
    void encodesWithoutFurtherWishes(RunningServer server) {
        HttpResponse<String> answer =
                server.postJson(
                        "/multibiometrics/wsq_encode",
                        "{\"Encode\":{\"Image\":\"" + Bodies.FINGER + "\"}}");

        assertThat(answer.body()).startsWith("{\"Encode\":{\"Success\":true,\"Image\":\"/6D/");
    }

    @Test
    void countsFacesAndSaysWhereTheyAre(RunningServer server) {
        JsonNode found =
                JSON.readTree(
                                server.postJson(
                                                "/multibiometrics/face_detect",
                                                Bodies.check(Bodies.ANNA))
                                        .body())
                        .get("DetectedFaces");

        assertThat(found.get("FaceNumber").intValue()).isEqualTo(1);
        JsonNode rect = found.get("FaceRects").get(0);
        assertThat(rect.propertyNames()).containsExactly("x", "y", "width", "height");
        assertThat(rect.get("width").intValue()).isCloseTo(300, within(150));
        assertThat(rect.get("x").intValue() + rect.get("width").intValue()).isBetween(1, 580);
    }

    @Test
    void noFaceIsAnAnswerOfTheDetector(RunningServer server) {
        assertThat(
                        server.postJson("/multibiometrics/face_detect", Bodies.check(Bodies.NOBODY))
                                .body())
                .isEqualTo("{\"DetectedFaces\":{\"FaceNumber\":0,\"FaceRects\":[]}}");
    }

    @Test
    void coversFaces(RunningServer server) throws IOException {
        String answer =
                server.postJson("/multibiometrics/anonymizer", Bodies.check(Bodies.GROUP)).body();
        String covered = JSON.readTree(answer).get("FaceAnonymizer").get("Image").stringValue();

        assertThat(image(covered).getWidth()).isEqualTo(image(Bodies.GROUP).getWidth());
        String found =
                server.postJson("/multibiometrics/face_detect", Bodies.check(covered)).body();
        assertThat(found).contains("\"FaceNumber\":0");
    }

    @Test
    void cutsPortraits(RunningServer server) throws IOException {
        String answer = server.postJson("/quality/icao_crop", Bodies.check(Bodies.ANNA)).body();
        String cropped = JSON.readTree(answer).get("IcaoCropedImage").get("Image").stringValue();

        BufferedImage portrait = image(cropped);
        assertThat(portrait.getHeight() * 3).isCloseTo(portrait.getWidth() * 4, within(4));
    }

    @Test
    void checksPortraitsAgainstEveryRequirementInTheOrderOfTheContract(RunningServer server) {
        JsonNode icao =
                JSON.readTree(
                                server.postJson("/quality/check_icao", Bodies.check(Bodies.ANNA))
                                        .body())
                        .get("ICAO");

        assertThat(icao.propertyNames())
                .containsExactly("FaceImageConformed", "IsAllConformed", "Requirements");
        assertThat(icao.get("FaceImageConformed").intValue()).isBetween(0, 8).isNotEqualTo(1);
        assertThat(icao.get("Requirements").propertyNames())
                .containsExactly(
                        "Blurred",
                        "LookingAway",
                        "InkMarked",
                        "UnnaturalSkin",
                        "TooDarkLight",
                        "WashedOut",
                        "Pixelation",
                        "HairAcrossEyes",
                        "EyesClosed",
                        "VariedBackground",
                        "Roll_Pitch_Yaw",
                        "FlashReflectionOnSkin",
                        "RedEyes",
                        "ShadowsBehindHead",
                        "ShadowsAcrossFace",
                        "DarkTintedLenses",
                        "FlashReflectionOnLenses",
                        "FramesTooHeavy",
                        "FramesCoveringEyes",
                        "Hat_Cap",
                        "VeilOverFace",
                        "MouthOpen",
                        "OtherFaces");
        for (JsonNode requirement : icao.get("Requirements")) {
            assertThat(requirement.propertyNames()).containsExactly("IsConformed", "Confidence");
            assertThat(requirement.get("IsConformed").isBoolean()).isTrue();
            assertThat(requirement.get("Confidence").intValue()).isBetween(0, 100);
        }
    }

    @Test
    void aPictureWithoutAFaceIsNoPortrait(RunningServer server) {
        assertThat(server.postJson("/quality/check_icao", Bodies.check(Bodies.NOBODY)).body())
                .startsWith("{\"ICAO\":{\"FaceImageConformed\":1,\"IsAllConformed\":false,");
    }

    @Test
    void gradesFingers(RunningServer server) {
        assertThat(server.postJson("/quality/check_nfiq", Bodies.check(Bodies.FINGER)).body())
                .matches("\\{\"NFIQ\":\\{\"Quality\":[1-5]}}");
        assertThat(server.postJson("/quality/check_nfiq", Bodies.check(Bodies.NOBODY)).body())
                .isEqualTo("{\"NFIQ\":{\"Quality\":5}}");
    }

    @Test
    void judgesLiveness(RunningServer server) {
        assertThat(liveness(server, "{\"Spoof\":{\"Image\":\"" + Bodies.ANNA + "\"}}"))
                .matches("\\{\"Success\":true,\"result\":\"Ok\",\"spoof\":(true|false)}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | Invalid JSON format",
                "{\"Check\":{}} | Invalid JSON format",
                "{\"Spoof\":{\"Image\":7}} | Invalid JSON format",
                "{\"Spoof\":{}} | Image (base64) not found",
                "{\"Spoof\":{\"Image\":\"\"}} | Image (base64) not found",
                "{\"Spoof\":{\"Image\":\"%%\"}} | Invalid base64 string",
                "{\"Spoof\":{\"Image\":\"AAAA\"}} | Invalid base64 string"
            })
    void livenessStatesErrorsInItsAnswer(String body, String result, RunningServer server) {
        assertThat(liveness(server, body))
                .isEqualTo("{\"Success\":false,\"result\":\"" + result + "\",\"spoof\":false}");
    }

    @Test
    void livenessWantsOneFace(RunningServer server) {
        assertThat(liveness(server, "{\"Spoof\":{\"Image\":\"" + Bodies.NOBODY + "\"}}"))
                .contains("\"result\":\"No Faces Detected\"");
        assertThat(liveness(server, "{\"Spoof\":{\"Image\":\"" + Bodies.GROUP + "\"}}"))
                .contains("\"result\":\"Multiple Faces Detected\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/multibiometrics/face_detect",
                "/multibiometrics/anonymizer",
                "/quality/check_icao",
                "/quality/icao_crop",
                "/quality/check_nfiq"
            })
    void refusesWhatIsNoPicture(String path, RunningServer server) {
        HttpResponse<String> answer = server.postJson(path, Bodies.check("AAAA"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("Invalid base64 string");
    }

    private static String picture(String type) {
        return type.equals("FACE") ? Bodies.ANNA : Bodies.FINGER;
    }

    private static byte[] extracted(
            RunningServer server, String type, String format, String picture) {
        HttpResponse<String> answer =
                server.postJson(EXTRACT, Bodies.extract(type, format, picture));
        assertThat(answer.body()).matches("\\{\"Extract\":\\{\"Template\":\"[A-Za-z0-9+/=]+\"}}");
        return Base64.getDecoder()
                .decode(JSON.readTree(answer.body()).get("Extract").get("Template").stringValue());
    }

    private static JsonNode match(
            RunningServer server, String type, String format, byte[] first, byte[] second) {
        String body = Bodies.match(type, format, Bodies.base64(first), Bodies.base64(second));
        return JSON.readTree(server.postJson(MATCH, body).body()).get("Match");
    }

    private static int wsqLength(RunningServer server, String compression) {
        String body =
                "{\"Encode\":{\"Image\":\"%s\",\"Compression\":%s,\"PPI\":\"500\"}}"
                        .formatted(Bodies.FINGER, compression);
        return image(server.postJson("/multibiometrics/wsq_encode", body), "Encode").length();
    }

    private static String image(HttpResponse<String> answer, String key) {
        JsonNode member = JSON.readTree(answer.body()).get(key);
        assertThat(member).as(answer.body()).isNotNull();
        assertThat(member.propertyNames()).containsExactly("Success", "Image");
        assertThat(member.get("Success").booleanValue()).isTrue();
        return member.get("Image").stringValue();
    }

    private static BufferedImage image(String base64) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }

    private static String liveness(RunningServer server, String body) {
        HttpResponse<String> answer = server.postJson("/multibiometrics/liveness", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
