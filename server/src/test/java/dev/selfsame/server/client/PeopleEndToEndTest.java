package dev.selfsame.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.selfsame.client.Biometrics;
import dev.selfsame.client.ClientOptions;
import dev.selfsame.client.EnrolledPerson;
import dev.selfsame.client.IcaoReport;
import dev.selfsame.client.Identification;
import dev.selfsame.client.Liveness;
import dev.selfsame.client.Modality;
import dev.selfsame.client.Multibiometrics;
import dev.selfsame.client.Picture;
import dev.selfsame.client.SearchOptions;
import dev.selfsame.client.SelfsameClient;
import dev.selfsame.client.SelfsameException;
import dev.selfsame.client.TemplateFormat;
import dev.selfsame.client.Verification;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.Fingers;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.UUID;

/** The Multibiometrics API as the Java client calls it. */
@ExtendWith(ServerExtension.class)
final class PeopleEndToEndTest {

    private static final Picture ANNA = Picture.of(Faces.anna());
    private static final Picture ANNA_AGAIN = Picture.of(Faces.annaAgain());
    private static final Picture BERTA = Picture.of(Faces.berta());
    private static final Picture FINGER = Picture.of(Fingers.png(7));
    private static final Picture FINGER_AGAIN = Picture.of(Fingers.turned(7, "png"));

    private final SelfsameClient client;
    private final Multibiometrics people;

    PeopleEndToEndTest(RunningServer server) {
        // why a tenant for each test: searches look at everybody of one
        String tenant = "client-" + UUID.randomUUID().toString().substring(0, 18);
        client =
                SelfsameClient.open(
                        ClientOptions.of(server.address(), server.newTenantKey(tenant)));
        people = client.multibiometrics();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aPersonIsKnownFromEnrolmentToDeletion() {
        EnrolledPerson anna =
                people.enroll("Anna \u00c4", Biometrics.face(ANNA).withFinger(2, FINGER));
        people.enroll("Berta", Biometrics.face(BERTA));
        assertThat(anna.customId()).isEqualTo("Anna \u00c4");
        assertThat(anna.bioPassId()).isEqualTo("1");

        Verification same =
                people.verify(
                        "Anna \u00c4", Biometrics.face(ANNA_AGAIN).withFinger(2, FINGER_AGAIN));
        assertThat(same.match()).isTrue();
        assertThat(same.details().faceMatched()).isTrue();
        assertThat(same.details().nonMatchedFingers()).hasSize(9).doesNotContain("Finger-2");
        assertThat(people.verify("Anna \u00c4", Biometrics.face(BERTA)).match()).isFalse();

        Identification found = people.identify(Biometrics.face(ANNA_AGAIN), SearchOptions.PLAIN);
        assertThat(found.searched()).isEqualTo(2);
        assertThat(found.candidates().getFirst().customId()).isEqualTo("Anna \u00c4");
        assertThat(found.candidates().getFirst().clientId()).isEqualTo(anna.clientId());
        assertThat(found.candidates().getFirst().score()).isGreaterThan(3500);
        assertThat(people.identify(Biometrics.face(ANNA), new SearchOptions(1.0, 1)).candidates())
                .hasSize(1);

        assertThat(people.update("Anna \u00c4", Biometrics.face(BERTA))).isEqualTo(anna);
        assertThat(people.verify("Anna \u00c4", Biometrics.face(BERTA)).match()).isTrue();
        assertThat(people.verify("Anna \u00c4", Biometrics.finger(2, FINGER_AGAIN)).match())
                .isTrue();
        people.delete("Anna \u00c4");
        assertThat(detail(() -> people.verify("Anna \u00c4", Biometrics.face(ANNA))))
                .isEqualTo("Person not found");
    }

    @Test
    void theTextsOfTheContractAreDetails() {
        people.enroll("1", Biometrics.face(ANNA));

        assertThat(detail(() -> people.enroll("1", Biometrics.face(ANNA))))
                .isEqualTo("CustomID already exists");
        assertThat(detail(() -> people.enroll(" ", Biometrics.face(ANNA))))
                .isEqualTo("CustomID is mandatory");
        assertThat(detail(() -> people.enroll("2", Biometrics.face(Picture.of(Faces.nobody())))))
                .isEqualTo("Failed to extract face template");
        assertThat(detail(() -> people.enroll("2", Biometrics.face(Picture.of(new byte[9])))))
                .isEqualTo("Invalid base64 string");
        assertThat(detail(() -> people.delete("2"))).isEqualTo("Person not found");
    }

    @ParameterizedTest
    @EnumSource
    void templatesOfFingersAreComparedInEveryFormat(TemplateFormat format) {
        byte[] one = people.extract(Modality.FINGER, format, FINGER);
        byte[] two = people.extract(Modality.FINGER, format, FINGER_AGAIN);
        byte[] other = people.extract(Modality.FINGER, format, Picture.of(Fingers.png(8)));

        assertThat(people.match(Modality.FINGER, format, one, two).genuine()).isTrue();
        assertThat(people.match(Modality.FINGER, format, one, other).genuine()).isFalse();
    }

    @Test
    void templatesOfFacesAreComparedWithPictures() {
        byte[] anna = people.extract(Modality.FACE, TemplateFormat.BIOPASS, ANNA);

        assertThat(
                        people.match(Modality.FACE, TemplateFormat.BIOPASS, anna, Faces.annaAgain())
                                .score())
                .isGreaterThan(3500);
    }

    @Test
    void fingerprintsAreWrittenAsWsqAndReadAgain() {
        byte[] wsq = people.wsqEncode(FINGER, 15, 500);
        byte[] png = people.wsqDecode(Picture.of(wsq));

        assertThat(wsq).startsWith(0xff, 0xa0);
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        assertThat(people.checkNfiq(Picture.of(png))).isBetween(1, 5);
    }

    @Test
    void facesAreFoundCoveredJudgedAndCutOut() {
        Picture group = Picture.of(Faces.group());
        IcaoReport report = people.checkIcao(ANNA);

        assertThat(people.faceDetect(group)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(people.faceDetect(Picture.of(Faces.nobody()))).isEmpty();
        assertThat(people.anonymize(group)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(people.icaoCrop(ANNA)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(report.requirements()).hasSize(23).containsKey("Roll_Pitch_Yaw");
        assertThat(people.liveness(ANNA)).isInstanceOf(Liveness.Judged.class);
        assertThat(people.liveness(Picture.of(Faces.nobody())))
                .isEqualTo(new Liveness.NotJudged("No Faces Detected"));
    }

    private static String detail(ThrowingCallable call) {
        SelfsameException failure = catchThrowableOfType(SelfsameException.class, call);
        assertThat(failure.status()).isEqualTo(400);
        return String.valueOf(failure.detail());
    }
}
