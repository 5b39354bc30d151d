package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.PictureStore;
import dev.selfsame.server.testing.Relay;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.S3Server;
import dev.selfsame.server.testing.S3ServerExtension;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** Pictures of sessions that asked to keep them, through the API. */
@ParameterizedClass
@EnumSource(PictureStore.class)
@ExtendWith(S3ServerExtension.class)
final class SessionPicturesTest {

    private static final String SESSIONS = "/bioserver-app/v2/bio-sessions";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    // why static: there is an instance for each test, and the server is for all of a kind
    private static final AtomicReference<@Nullable Place> PLACE = new AtomicReference<>();

    private final PictureStore kind;
    private final S3Server store;
    private final HttpClient client = HttpClient.newHttpClient();
    private final RunningServer server;
    private final String bucket;
    private final Relay way;

    SessionPicturesTest(PictureStore kind, S3Server store) throws IOException {
        this.kind = kind;
        this.store = store;
        Place place = PLACE.get();
        if (place == null) {
            place = start(kind, store);
            PLACE.set(place);
        }
        server = place.server();
        bucket = place.bucket();
        way = place.way();
    }

    /** A server, its bucket if it has one, and the way there. */
    record Place(RunningServer server, String bucket, Relay way) {}

    private static Place start(PictureStore kind, S3Server store) throws IOException {
        String bucket = store.newBucket();
        Relay way = new Relay(store.endpoint());
        Map<String, String> settings = new HashMap<>();
        settings.put("selfsame.biosession.max-faces", "3");
        if (kind == PictureStore.S3) {
            settings.putAll(store.settings(bucket));
            settings.put("selfsame.media.s3.endpoint", way.address().toString());
        }
        Path data = Files.createTempDirectory("selfsame-test");
        return new Place(RunningServer.start(data, settings), bucket, way);
    }

    @AfterParameterizedClassInvocation
    static void stop() throws IOException {
        Place place = Objects.requireNonNull(PLACE.getAndSet(null));
        place.server().close();
        place.way().close();
    }

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void aJpegComesBackAsItWasSent() throws Exception {
        byte[] sent = Faces.anna();
        String face = newFace(newSession(true), sent);

        HttpResponse<byte[]> answer = get(face + "/image");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(answer.body()).isEqualTo(sent);
        assertThat(get(face + "/image?compression=false").body()).isEqualTo(sent);
    }

    @Test
    void aPngComesBackAsAJpeg() throws Exception {
        String face = newFace(newSession(true), Faces.annaAgain());

        HttpResponse<byte[]> answer = get(face + "/image");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(answer.body()).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth())
                .isEqualTo(ImageIO.read(new ByteArrayInputStream(Faces.annaAgain())).getWidth());
        assertThat(get(face + "/image?compression=true").body().length)
                .isLessThan(answer.body().length);
    }

    @Test
    void aCompressedJpegIsNotLarger() throws Exception {
        byte[] sent = Faces.anna();
        String face = newFace(newSession(true), sent);

        HttpResponse<byte[]> answer = get(face + "/image?compression=true");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(answer.body().length).isLessThanOrEqualTo(sent.length);
        assertThat(get(face + "/image?compression=perhaps").statusCode()).isEqualTo(400);
    }

    @Test
    void withoutStorageThereIsNoPicture() throws Exception {
        int before = kept().size();
        String face = newFace(newSession(false), Faces.anna());

        HttpResponse<byte[]> answer = get(face + "/image");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(json(face).has("imageStorage")).isFalse();
        assertThat(kept()).hasSize(before);
    }

    @Test
    void unknownIdsAreNotFound() throws Exception {
        String session = newSession(true);
        String face = newFace(session, Faces.anna());
        String nobody = UUID.randomUUID().toString();

        assertThat(get(session + "/faces/" + nobody + "/image").statusCode()).isEqualTo(404);
        assertThat(get(SESSIONS + "/" + nobody + "/faces/" + nobody + "/image").statusCode())
                .isEqualTo(404);
        assertThat(get(face.replace(session, newSession(true)) + "/image").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theFaceSaysWhereItsPictureIs() throws Exception {
        byte[] sent = Faces.annaAgain();
        String face = newFace(newSession(true), sent);

        JsonNode storage = json(face).get("imageStorage");

        assertThat(storage.propertyNames())
                .containsExactly(
                        "region", "key", "bucketName", "hash", "hashAlgorithm", "contentType");
        boolean files = kind == PictureStore.FILES;
        assertThat(storage.get("region").stringValue())
                .isEqualTo(files ? "local" : S3Server.REGION);
        assertThat(storage.get("bucketName").stringValue()).isEqualTo(files ? "media" : bucket);
        assertThat(storage.get("hash").stringValue()).isEqualTo(sha256(sent));
        assertThat(storage.get("hashAlgorithm").stringValue()).isEqualTo("SHA_256");
        assertThat(storage.get("contentType").stringValue()).isEqualTo("image/png");
        String key = storage.get("key").stringValue();
        assertThat(kept()).contains(key);
        assertThat(new String(bytes(key), StandardCharsets.ISO_8859_1))
                .doesNotContain("PNG", "IHDR", "IDAT");
    }

    @Test
    void thePictureGoesWithItsFace() throws Exception {
        String session = newSession(true);
        String one = newFace(session, Faces.anna());
        String two = newFace(session, Faces.berta());
        String oneKey = key(one);

        assertThat(delete(one)).isEqualTo(204);

        assertThat(kept()).doesNotContain(oneKey).contains(key(two));
        assertThat(get(one + "/image").statusCode()).isEqualTo(404);
        assertThat(get(two + "/image").body()).isEqualTo(Faces.berta());
    }

    @Test
    void thePicturesGoWithAllFaces() throws Exception {
        String session = newSession(true);
        List<String> keys =
                List.of(
                        key(newFace(session, Faces.anna())),
                        key(newFace(session, Faces.annaAgain())));
        assertThat(kept()).containsAll(keys);

        assertThat(delete(session + "/faces")).isEqualTo(204);

        assertThat(kept()).doesNotContainAnyElementsOf(keys);
    }

    @Test
    void thePicturesGoWithTheirSession() throws Exception {
        String session = newSession(true);
        String key = key(newFace(session, Faces.anna()));
        String other = key(newFace(newSession(true), Faces.anna()));

        assertThat(delete(session)).isEqualTo(204);

        assertThat(kept()).doesNotContain(key).contains(other);
    }

    @Test
    void aFaceThatIsRefusedLeavesNoPicture() throws Exception {
        String session = newSession(true);
        for (int i = 0; i < 3; i++) {
            newFace(session, Faces.anna());
        }
        List<String> before = kept();

        assertThat(post(session, Faces.anna()).statusCode()).isEqualTo(400);
        assertThat(post(newSession(true), Faces.nobody()).statusCode()).isEqualTo(400);

        assertThat(kept()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void anotherTenantSeesNothing() throws Exception {
        String face = newFace(newSession(true), Faces.anna());
        String key = server.newTenantKey("other-" + UUID.randomUUID());

        HttpResponse<String> answer = server.get(face + "/image", "apikey", key);

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void aStoreThatIsAwayIsA5xxAndServedAgainAfterwards() throws Exception {
        assumeThat(kind).as("files are never away").isEqualTo(PictureStore.S3);
        String session = newSession(true);
        String face = newFace(session, Faces.anna());
        way.cut();
        try {
            assertThat(get(face + "/image").statusCode()).isEqualTo(503);
            assertThat(post(session, Faces.berta()).statusCode()).isEqualTo(503);
            assertThat(get(face).statusCode()).isEqualTo(200);
            assertThat(post(newSession(false), Faces.berta()).statusCode()).isEqualTo(201);
        } finally {
            way.mend();
        }

        assertThat(get(face + "/image").body()).isEqualTo(Faces.anna());
        assertThat(post(session, Faces.berta()).statusCode()).isEqualTo(201);
    }

    private String newSession(boolean keepsPictures) {
        HttpResponse<String> answer =
                server.send(
                        server.to(SESSIONS)
                                .header("apikey", server.apiKey())
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"imageStorageEnabled\":"
                                                        + keepsPictures
                                                        + "}")));
        assertThat(answer.statusCode()).isEqualTo(201);
        return location(answer);
    }

    private String newFace(String session, byte[] picture) {
        HttpResponse<String> answer = post(session, picture);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return location(answer);
    }

    private HttpResponse<String> post(String session, byte[] picture) {
        return server.post(
                session + "/faces",
                MultipartBody.formData()
                        .text("face", "{\"imageType\":\"SELFIE\"}")
                        .file("image", picture));
    }

    private static String location(HttpResponse<String> answer) {
        return "/bioserver-app" + answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return client.send(
                server.to(path).header("apikey", server.apiKey()).build(),
                BodyHandlers.ofByteArray());
    }

    private int delete(String path) {
        return server.send(server.to(path).header("apikey", server.apiKey()).DELETE()).statusCode();
    }

    private JsonNode json(String face) throws Exception {
        return JSON.readTree(get(face).body());
    }

    private String key(String face) throws Exception {
        return json(face).get("imageStorage").get("key").stringValue();
    }

    private List<String> kept() throws IOException {
        if (kind == PictureStore.S3) {
            return store.keys(bucket);
        }
        Path media = server.data().media();
        if (!Files.exists(media)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(media)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> media.relativize(file).toString())
                    .toList();
        }
    }

    private byte[] bytes(String key) throws IOException {
        return kind == PictureStore.S3
                ? store.object(bucket, key)
                : Files.readAllBytes(server.data().media().resolve(key));
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
