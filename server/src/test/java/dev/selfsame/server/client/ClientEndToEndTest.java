package dev.selfsame.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.selfsame.client.AgeEstimate;
import dev.selfsame.client.AgeRequest;
import dev.selfsame.client.BiometricServices;
import dev.selfsame.client.ClientOptions;
import dev.selfsame.client.Face;
import dev.selfsame.client.FacePicture;
import dev.selfsame.client.FaceRequest;
import dev.selfsame.client.ImageType;
import dev.selfsame.client.Match;
import dev.selfsame.client.MatchRequest;
import dev.selfsame.client.Picture;
import dev.selfsame.client.SelfsameClient;
import dev.selfsame.client.SelfsameException;
import dev.selfsame.client.Session;
import dev.selfsame.client.SessionRequest;
import dev.selfsame.client.SignatureOutcome;
import dev.selfsame.client.SignatureOutcome.Reason;
import dev.selfsame.client.Signed;
import dev.selfsame.client.SignedAnswers;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** The Biometric Services API as the Java client calls it. */
@ExtendWith(ServerExtension.class)
final class ClientEndToEndTest {

    private static final FacePicture ANNA = FacePicture.document(Faces.anna());
    private static final FacePicture ANNA_AGAIN = FacePicture.selfie(Faces.annaAgain());
    private static final FacePicture BERTA = FacePicture.selfie(Faces.berta());

    @TempDir private Path folder;

    private final RunningServer server;
    private final SelfsameClient client;
    private final BiometricServices services;

    ClientEndToEndTest(RunningServer server) {
        this.server = server;
        client = SelfsameClient.open(ClientOptions.of(server.address(), server.apiKey()));
        services = client.biometricServices();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aSessionLivesItsWholeLife() throws IOException {
        Path file = Files.write(folder.resolve("anna.jpg"), Faces.anna());
        UUID id =
                services.openSession(
                        SessionRequest.PLAIN
                                .withCorrelationId("order 4711")
                                .withEvidenceId("e-1")
                                .withImageStorage()
                                .withTimeToLive(Duration.ofMinutes(2)));
        Session session = verified(services.session(id));
        assertThat(session.id()).isEqualTo(id);
        assertThat(session.correlationId()).isEqualTo("order 4711");
        assertThat(session.imageStorageEnabled()).isTrue();
        assertThat(Duration.between(session.created(), session.expires()))
                .isEqualTo(Duration.ofMinutes(2));
        assertThat(services.faces(id)).isEmpty();

        UUID anna = services.addFace(id, FacePicture.document(file));
        UUID again = services.addFace(id, ANNA_AGAIN, FaceRequest.PLAIN.withFriendlyName("Anna"));
        UUID berta = services.addFace(id, BERTA);

        assertThat(services.faces(id))
                .extracting(face -> verified(face).id())
                .containsExactlyInAnyOrder(anna, again, berta);
        Face face = verified(services.face(id, again));
        assertThat(face.friendlyName()).isEqualTo("Anna");
        assertThat(face.imageType()).isEqualTo(ImageType.SELFIE);
        assertThat(face.template()).isNotEmpty();
        assertThat(face.expires()).isEqualTo(session.expires());
        assertThat(services.faceImage(id, anna, false)).hasValue(Faces.anna());
        assertThat(services.faceImage(id, anna, true))
                .hasValueSatisfying(it -> assertThat(it).hasSizeBetween(1, 400_000));
        assertAnnaIsAnna(services.matches(id, anna), again, berta);
        ends(id, anna);
    }

    private void assertAnnaIsAnna(List<Signed<Match>> matches, UUID again, UUID berta) {
        assertThat(matches)
                .extracting(match -> verified(match).candidate().id())
                .containsExactly(again, berta);
        assertThat(matches.getFirst().value().score()).isGreaterThan(3500);
        assertThat(matches.getFirst().value().correlationId()).isEqualTo("order 4711");
        assertThat(matches.getLast().value().score()).isLessThan(3000);
    }

    private void ends(UUID session, UUID face) {
        services.deleteFace(session, face);
        assertThat(refused(() -> services.face(session, face)).status()).isEqualTo(404);
        assertThat(services.faces(session)).hasSize(2);
        services.deleteFaces(session);
        assertThat(services.faces(session)).isEmpty();
        services.deleteSession(session);
        SelfsameException failure = refused(() -> services.session(session));
        assertThat(failure.status()).isEqualTo(404);
        assertThat(failure.detail()).isEqualTo("Session not found");
        assertThat(failure.errorId()).isNotEmpty();
    }

    @Test
    void facesGoFromOneSessionToAnother() {
        UUID first = services.openSession(SessionRequest.PLAIN);
        UUID second = services.openSession(SessionRequest.PLAIN);
        Signed<Face> face = services.face(first, services.addFace(first, ANNA));

        UUID moved = services.addFace(second, Face.parse(face.json()));
        UUID again = services.addFace(second, ANNA_AGAIN);

        assertThat(services.face(second, moved).value().template())
                .isEqualTo(face.value().template());
        assertThat(services.matches(second, again).getFirst().value().score()).isGreaterThan(3500);
        assertThat(services.faceImage(second, again, false)).isEmpty();
        Signed<Face> forged = Face.parse(face.json().replace("ID_DOCUMENT", "VIDEO_FRAME"));
        assertThat(refused(() -> services.addFace(second, forged)).detail())
                .contains("not what was signed");
        assertThat(
                        refused(() -> services.addFace(second, FacePicture.selfie(Faces.group())))
                                .detail())
                .contains("faces found");
    }

    @Test
    void callsWithoutASessionAreAnswered() throws Exception {
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Faces.anna()));
        Signed<Face> face =
                services.directFace(ANNA, FaceRequest.PLAIN.withFriendlyName("Anna \u00c4"));
        MatchRequest request =
                MatchRequest.PLAIN.withCorrelationId("\"quoted\"").withEvidenceId("\u00fc 7");

        Match pictures = verified(services.match(ANNA, ANNA_AGAIN, request));
        Match withFace = verified(services.match(face, ANNA_AGAIN));
        Match others = verified(services.match(face, BERTA, MatchRequest.PLAIN.withRotation()));

        assertThat(verified(face).digest()).isEqualTo(digest);
        assertThat(face.value().friendlyName()).isEqualTo("Anna \u00c4");
        assertThat(pictures.reference().digest()).isEqualTo(digest);
        assertThat(pictures.correlationId()).isEqualTo("\"quoted\"");
        assertThat(pictures.evidenceId()).isEqualTo("\u00fc 7");
        assertThat(withFace.reference().id()).isEqualTo(face.value().id());
        assertThat(withFace.score()).isCloseTo(pictures.score(), within(0.01));
        assertThat(others.score()).isLessThan(3000);
        assertThat(services.capabilities().currentMode()).containsExactly(face.value().mode());
    }

    @Test
    void agesAreEstimatedOrNot() {
        Signed<AgeEstimate> anna = services.age(ANNA.picture(), AgeRequest.atLeast(12));
        Signed<AgeEstimate> wall = services.age(Picture.of(Faces.nobody()), AgeRequest.atLeast(12));

        assertThat(verified(anna))
                .isInstanceOfSatisfying(
                        AgeEstimate.Estimated.class,
                        it -> {
                            assertThat(it.aboveThreshold()).isTrue();
                            assertThat(it.years().doubleValue()).isBetween(12.0, 70.0);
                        });
        assertThat(verified(wall))
                .isInstanceOfSatisfying(
                        AgeEstimate.Unusable.class,
                        it -> assertThat(it.look().quality()).isEqualTo(-10_000));
    }

    @Test
    void signaturesTellGenuineAnswersFromOthers() {
        Signed<Match> match = services.match(ANNA, BERTA);
        String jwks = server.get("/.well-known/jwks.json").body();
        String better = match.json().replaceFirst("\"score\":[0-9.]+", "\"score\":9000.0");
        Signed<Face> unsigned = services.directFace(ANNA, FaceRequest.PLAIN.withoutSignature());

        assertThat(SignedAnswers.of(jwks).check(match))
                .isInstanceOf(SignatureOutcome.Genuine.class);
        assertThat(reason(new Signed<>(match.value(), better))).isEqualTo(Reason.ALTERED);
        assertThat(reason(unsigned)).isEqualTo(Reason.UNSIGNED);
    }

    private Reason reason(Signed<?> answer) {
        return switch (client.signatures().check(answer)) {
            case SignatureOutcome.Refused(Reason reason, var _) -> reason;
            case SignatureOutcome.Genuine genuine -> throw new AssertionError(genuine);
        };
    }

    @Test
    void keysAndScopesAreMinded() {
        for (var wrong :
                List.of(
                        new Wrong("ssk_none_at_all", 401),
                        new Wrong(server.newKey("sessions-read"), 403))) {
            try (SelfsameClient other =
                    SelfsameClient.open(ClientOptions.of(server.address(), wrong.key()))) {
                SelfsameException failure =
                        refused(() -> other.biometricServices().openSession(SessionRequest.PLAIN));

                assertThat(failure.status()).isEqualTo(wrong.status());
                assertThat(failure.getMessage()).doesNotContain(wrong.key());
            }
        }
    }

    private record Wrong(String key, int status) {}

    @Test
    void whatTheServerRefusesIsSaid() {
        SessionRequest inside =
                SessionRequest.PLAIN.withCallbackUrl(URI.create("http://169.254.169.254/"));
        UUID nobody = UUID.randomUUID();

        assertThat(refused(() -> services.openSession(inside)).status()).isEqualTo(400);
        assertThat(refused(() -> services.addFace(nobody, ANNA)).status()).isEqualTo(404);
        assertThat(refused(() -> services.match(ANNA, FacePicture.selfie(Faces.nobody()))).detail())
                .startsWith("candidateImage: no face found");
    }

    private <T> T verified(Signed<T> answer) {
        return client.signatures().verified(answer);
    }

    private static SelfsameException refused(ThrowingCallable call) {
        SelfsameException failure = catchThrowableOfType(SelfsameException.class, call);
        assertThat(failure.kind()).isEqualTo(SelfsameException.Kind.REFUSED);
        return failure;
    }
}
