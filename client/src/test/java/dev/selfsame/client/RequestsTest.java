package dev.selfsame.client;

import static dev.selfsame.client.ScriptedServer.json;
import static dev.selfsame.client.ScriptedServer.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.client.ScriptedServer.Asked;
import dev.selfsame.client.ScriptedServer.Reply;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** What is sent, and how answers are read. */
final class RequestsTest {

    private static final UUID ID = UUID.fromString("7b4e38f6-de53-4dd5-a8b8-985833f771d2");
    private static final String SESSION = "/bioserver-app/v2/bio-sessions/" + ID;
    private static final Picture PICTURE = Picture.of(new byte[] {'a', 'b', 'c'});
    private static final FacePicture SELFIE = new FacePicture(PICTURE, ImageType.SELFIE);
    private static final String FACE =
            "{\"id\":\"" + ID + "\",\"mode\":\"M\",\"imageType\":\"SELFIE\",\"new\":[{\"x\":1}]}";
    private static final String MATCH =
            "{\"reference\":%s,\"candidate\":%s,\"score\":4000.5,\"falseAcceptanceRate\":1E-4,"
                            .formatted(FACE, FACE)
                    + "\"created\":\"2026-11-21T10:00:00.12Z\"}";

    /** What a call sent and brought. */
    private record Called<T>(Asked asked, T value) {}

    @Test
    void opensSessions() throws IOException {
        SessionRequest request =
                SessionRequest.PLAIN
                        .withCorrelationId("order \"7\"")
                        .withImageStorage()
                        .withTimeToLive(Duration.ofMinutes(2))
                        .withCallbackUrl(URI.create("https://example.org/done"));

        Called<UUID> called =
                services(
                        json(201, "", "Location", "/v2/bio-sessions/" + ID),
                        it -> it.openSession(request));

        assertThat(called.value()).isEqualTo(ID);
        assertThat(called.asked())
                .isEqualTo(
                        new Asked(
                                "POST",
                                "/bioserver-app/v2/bio-sessions",
                                ScriptedServer.KEY,
                                "application/json",
                                "{\"correlationId\":\"order"
                                        + " \\\"7\\\"\",\"imageStorageEnabled\":true,"
                                        + "\"ttlSeconds\":120,"
                                        + "\"callbackURL\":\"https://example.org/done\"}"));
    }

    @Test
    void sessionsLiveForWholeSeconds() {
        for (Duration time : List.of(Duration.ZERO, Duration.ofMillis(1500))) {
            assertThatThrownBy(() -> SessionRequest.PLAIN.withTimeToLive(time))
                    .hasMessageStartingWith("timeToLive: " + time);
        }
    }

    @Test
    void sendsPicturesAsParts() throws IOException {
        Called<Signed<Match>> called =
                services(
                        json(200, MATCH),
                        it ->
                                it.match(
                                        FacePicture.document(new byte[] {'d'}),
                                        SELFIE,
                                        MatchRequest.PLAIN
                                                .withCorrelationId("\"q\"")
                                                .withRotation()));

        String boundary = called.asked().contentType().split("boundary=", -1)[1];
        assertThat(called.asked().path()).isEqualTo("/bioserver-app/v2/match/images");
        assertThat(called.asked().body())
                .isEqualTo(
                        part(
                                        boundary,
                                        "referenceImageType",
                                        "text/plain; charset=UTF-8",
                                        "ID_DOCUMENT")
                                + picture(boundary, "referenceImage", "d")
                                + part(
                                        boundary,
                                        "candidateImageType",
                                        "text/plain; charset=UTF-8",
                                        "SELFIE")
                                + picture(boundary, "candidateImage", "abc")
                                + part(
                                        boundary,
                                        "correlationId",
                                        "text/plain; charset=UTF-8",
                                        "\"\"q\"\"")
                                + part(
                                        boundary,
                                        "imageRotationEnabled",
                                        "text/plain; charset=UTF-8",
                                        "true")
                                + "--"
                                + boundary
                                + "--\r\n");
        assertThat(called.value().json()).isEqualTo(MATCH);
        assertThat(called.value().value().score()).isEqualTo(4000.5);
        assertThat(called.value().value().created()).isEqualTo("2026-11-21T10:00:00.120Z");
    }

    private static String part(String boundary, String name, String type, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: %s\r\n\r\n%s\r\n"
                .formatted(boundary, name, type, value);
    }

    private static String picture(String boundary, String name, String value) {
        return part(boundary, name + "\"; filename=\"" + name, "application/octet-stream", value);
    }

    @Test
    void sendsFacesLetterByLetterAsTheyCame() throws IOException {
        Signed<Face> face = Face.parse(FACE.replace(":", " : "));

        Called<UUID> added =
                services(
                        json(201, "", "Location", "https://example.org/v2/faces/" + ID),
                        it -> it.addFace(ID, face));
        Called<Signed<Match>> matched = services(json(200, MATCH), it -> it.match(face, SELFIE));

        assertThat(added.asked().path()).isEqualTo(SESSION + "/faces");
        assertThat(added.asked().body()).isEqualTo(face.json());
        assertThat(matched.asked().path()).isEqualTo("/bioserver-app/v2/match");
        assertThat(matched.asked().body()).contains("\r\n\r\n" + face.json() + "\r\n--");
    }

    @Test
    void keepsTheTextOfEachMemberOfAList() throws IOException {
        String long1 = FACE.replace("\"M\"", "\"" + "]}[{\\\"".repeat(9000) + "\"");
        String spaced = " [ " + long1 + " ,\n" + FACE + "\t] ";

        Called<List<Signed<Face>>> called =
                services(
                        reply(200, "application/json", spaced.getBytes(StandardCharsets.UTF_8)),
                        it -> it.faces(ID));

        assertThat(called.value()).extracting(Signed::json).containsExactly(long1, FACE);
        assertThat(services(json(200, "[]"), it -> it.matches(ID, ID)).value()).isEmpty();
        for (String wrong : List.of("{}", "[1]", "[{}", "[" + FACE + ",5]", "[[]]", "[] []")) {
            assertThatThrownBy(() -> services(json(200, wrong), it -> it.faces(ID)))
                    .isInstanceOf(SelfsameException.class);
        }
    }

    @Test
    void picturesThatAreNotKeptAreNone() throws IOException {
        assertThat(services(reply(204, "image/jpeg", ""), it -> it.faceImage(ID, ID, true)).value())
                .isEmpty();

        var called = services(reply(200, "image/jpeg", "jpeg"), it -> it.faceImage(ID, ID, true));

        assertThat(called.value()).hasValueSatisfying(it -> assertThat(it).hasSize(4));
        assertThat(called.asked().path())
                .isEqualTo(SESSION + "/faces/" + ID + "/image?compression=true");
    }

    @Test
    void agesAreEstimatesOrNone() throws IOException {
        String look =
                "{\"id\":\"" + ID + "\",\"threshold\":18,\"quality\":%d,%s\"created\":\"%s\"}";
        String old = look.formatted(80, "\"aboveThreshold\":true,\"ageEstimated\":31.5,", time());
        String none = look.formatted(-10_000, "", time());
        String half = look.formatted(80, "\"aboveThreshold\":true,", time());

        var called = services(json(200, old), it -> it.age(PICTURE, AgeRequest.atLeast(18)));

        assertThat(called.asked().body()).contains("\r\n\r\n{\"threshold\":18}\r\n");
        assertThat(called.value().value())
                .isInstanceOfSatisfying(
                        AgeEstimate.Estimated.class,
                        it -> {
                            assertThat(it.aboveThreshold()).isTrue();
                            assertThat(it.years()).isEqualTo(new BigDecimal("31.5"));
                        });
        assertThat(
                        services(json(200, none), it -> it.age(PICTURE, AgeRequest.atLeast(18)))
                                .value()
                                .value())
                .isInstanceOfSatisfying(
                        AgeEstimate.Unusable.class,
                        it -> assertThat(it.look().quality()).isEqualTo(-10_000));
        assertThatThrownBy(
                        () ->
                                services(
                                        json(200, half),
                                        it -> it.age(PICTURE, AgeRequest.atLeast(1))))
                .isInstanceOf(SelfsameException.class);
    }

    @Test
    void enrolsFacesAndFingers() throws IOException {
        Biometrics person = Biometrics.face(PICTURE).withFinger(10, PICTURE).withFinger(2, PICTURE);

        Called<EnrolledPerson> called =
                people(
                        json(
                                200,
                                "{\"Success\":true,\"Person\":{\"CustomID\":\"7\",\"BioPassID\":\"1\"}}"),
                        it -> it.update("7", person));

        assertThat(called.value()).isEqualTo(new EnrolledPerson("7", null, "1"));
        assertThat(called.asked())
                .isEqualTo(
                        new Asked(
                                "PUT",
                                "/multibiometrics/update",
                                ScriptedServer.KEY,
                                "application/json",
                                "{\"Person\":{\"CustomID\":\"7\",\"Face\":[{\"Face-1\":\"YWJj\"}],"
                                        + "\"Fingers\":[{\"Finger-2\":\"YWJj\","
                                        + "\"Finger-10\":\"YWJj\"}]}}"));
    }

    @Test
    void deletesWithABody() throws IOException {
        Called<Boolean> called =
                people(
                        json(200, "{\"Person\":{\"CustomID\":\"7\"}}"),
                        it -> {
                            it.delete("7");
                            return true;
                        });

        assertThat(called.asked().method()).isEqualTo("DELETE");
        assertThat(called.asked().body()).isEqualTo("{\"Person\":{\"CustomID\":\"7\"}}");
    }

    @Test
    void picturesThatCannotBeJudgedAreNeitherLiveNorNot() throws IOException {
        assertThat(liveness("true", "Ok", "false")).isEqualTo(new Liveness.Judged(true));
        assertThat(liveness("true", "Ok", "true")).isEqualTo(new Liveness.Judged(false));
        assertThat(liveness("false", "No Faces Detected", "false"))
                .isEqualTo(new Liveness.NotJudged("No Faces Detected"));
    }

    private static Liveness liveness(String success, String result, String spoof)
            throws IOException {
        String body =
                "{\"Success\":%s,\"result\":\"%s\",\"spoof\":%s}".formatted(success, result, spoof);
        return people(json(200, body), it -> it.liveness(PICTURE)).value();
    }

    @Test
    void peopleHaveTenFingersAtMostAndSomePicture() {
        assertThatThrownBy(() -> Biometrics.finger(0, PICTURE)).hasMessageContaining("1..10");
        assertThatThrownBy(() -> Biometrics.finger(11, PICTURE)).hasMessageContaining("1..10");
        assertThatThrownBy(() -> new Biometrics(null, new TreeMap<>()))
                .hasMessageContaining("no picture");
    }

    @Test
    void templatesAreNotShown() {
        Signed<Face> face = Face.parse(FACE.replace("\"mode\"", "\"template\":\"c2Vj\",\"mode\""));

        assertThat(face.value().template()).isEqualTo("c2Vj");
        assertThat(face.toString()).contains(ID.toString()).doesNotContain("c2Vj");
    }

    private static String time() {
        return "2026-11-21T10:00:00.000Z";
    }

    private static <T> Called<T> services(Reply reply, Function<BiometricServices, T> call)
            throws IOException {
        return called(reply, client -> call.apply(client.biometricServices()));
    }

    private static <T> Called<T> people(Reply reply, Function<Multibiometrics, T> call)
            throws IOException {
        return called(reply, client -> call.apply(client.multibiometrics()));
    }

    private static <T> Called<T> called(Reply reply, Function<SelfsameClient, T> call)
            throws IOException {
        try (ScriptedServer server = new ScriptedServer(reply);
                SelfsameClient client = server.once()) {
            T value = call.apply(client);
            return new Called<>(server.asked().getFirst(), value);
        }
    }
}
