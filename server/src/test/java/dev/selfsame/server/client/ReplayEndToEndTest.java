package dev.selfsame.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.client.CaptureRequest;
import dev.selfsame.client.CaptureResult;
import dev.selfsame.client.ClientOptions;
import dev.selfsame.client.HeadTarget;
import dev.selfsame.client.LivenessChecks;
import dev.selfsame.client.LivenessMode;
import dev.selfsame.client.LivenessParameters;
import dev.selfsame.client.LivenessStatus;
import dev.selfsame.client.Recording;
import dev.selfsame.client.Recording.Frame;
import dev.selfsame.client.RecordingDevice;
import dev.selfsame.client.ReplayRequest;
import dev.selfsame.client.ReplayStatus;
import dev.selfsame.client.SecurityLevel;
import dev.selfsame.client.SelfsameClient;
import dev.selfsame.client.SelfsameException;
import dev.selfsame.client.SessionRequest;
import dev.selfsame.client.Signed;
import dev.selfsame.engine.liveness.LivenessTask;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.LiveClips;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;
import dev.selfsame.server.testing.Webcam;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.imageio.ImageIO;

/** Recordings and captures as the Java client sends and asks for them. */
@ExtendWith(ServerExtension.class)
final class ReplayEndToEndTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ReplayRequest PASSIVE = ReplayRequest.of(LivenessMode.LIVENESS_PASSIVE);

    @TempDir private Path folder;

    private final SelfsameClient client;
    private final LivenessChecks checks;

    ReplayEndToEndTest(RunningServer server) {
        client = SelfsameClient.open(ClientOptions.of(server.address(), server.apiKey()));
        checks = client.livenessChecks();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aRecordingOfStillsIsSentAndJudged() {
        UUID session = opened();
        LivenessParameters wanted =
                client.signatures()
                        .verified(checks.initReplay(session, PASSIVE.withId("order 4711")));
        assertThat(wanted.id()).isEqualTo("order 4711");
        assertThat(checks.parameters(session).value()).isEqualTo(wanted);
        assertThat(checks.replayStatus(session).value().status())
                .isEqualTo(LivenessStatus.INITIALIZED);
        Recording recording =
                stills(20).withDevice(new RecordingDevice("Pixel 9", "Android", "16", "0.1"));

        checks.send(session, wanted, recording);

        ReplayStatus status = client.signatures().verified(checks.awaitReplay(session, PATIENCE));
        assertThat(status.id()).isEqualTo("order 4711");
        assertThat(status.status()).isIn(LivenessStatus.SPOOF, LivenessStatus.FAILED);
        assertThat(status.diagnostic()).isNotBlank();
        assertThat(status.deviceInfo())
                .isEqualTo(new ReplayStatus.DeviceInfo("Pixel 9", "Android", "16"));
        assertThat(status.sdkInfo()).isEqualTo(new ReplayStatus.SdkInfo("0.1"));
        CaptureResult result = checks.result(session);
        assertThat(result.livenessStatus()).isEqualTo(status.status());
        assertRefused(409, () -> checks.send(session, wanted, recording));
        client.biometricServices().deleteSession(session);
        assertRefused(404, () -> checks.replayStatus(session));
    }

    @Test
    void aLivePersonOnAVideoSucceeds() throws IOException {
        Recording recording = Recording.ofVideo(LiveClips.selfie(), 8);
        UUID session = opened();
        LivenessParameters wanted =
                checks.initReplay(session, PASSIVE.withLevel(SecurityLevel.LOW).withImage())
                        .value();

        checks.send(session, wanted, recording);

        Signed<ReplayStatus> answer = checks.awaitReplay(session, PATIENCE);
        ReplayStatus status = client.signatures().verified(answer);
        assertThat(status.status()).as(status.diagnostic()).isEqualTo(LivenessStatus.SUCCESS);
        byte[] image = Objects.requireNonNull(status.image());
        assertThat(ImageIO.read(new ByteArrayInputStream(image)).getHeight()).isEqualTo(1280);
        assertThat(answer.toString()).doesNotContain("/9j/");
        UUID best = Objects.requireNonNull(status.bestImageId());
        assertThat(client.biometricServices().face(session, best).value().id()).isEqualTo(best);
    }

    @Test
    void aPersonWhoComesNearerSucceeds() throws IOException {
        Path film = Webcam.comingCloser(folder, Webcam.video("d13.mp4"));
        UUID session = opened();
        LivenessParameters wanted =
                checks.initReplay(session, ReplayRequest.of(LivenessMode.LIVENESS_PASSIVE_VIDEO))
                        .value();

        checks.send(session, wanted, Recording.ofVideo(film, 8));

        assertSuccess(session);
    }

    @Test
    void aPersonWhoTurnsToTheTargetSucceeds() throws IOException {
        // why slowly: whoever is told where to turn to takes longer than the one in the film
        Path film = Webcam.of(folder, Webcam.video("d3.mp4"), 3.3, 2.8, "setpts=2.2*PTS");
        UUID session = opened();
        ReplayRequest request =
                ReplayRequest.of(LivenessMode.LIVENESS_ACTIVE)
                        .withLevel(SecurityLevel.MEDIUM)
                        .withChallenges(1);
        LivenessParameters wanted;
        do {
            wanted = checks.initReplay(session, request).value();
        } while (!wanted.targets().equals(List.of(HeadTarget.L)));

        checks.send(session, wanted, Recording.ofVideo(film, 8));

        assertSuccess(session);
    }

    @Test
    void targetsAreThoseOfTheServer() {
        UUID session = opened();
        ReplayRequest request = ReplayRequest.of(LivenessMode.LIVENESS_ACTIVE).withChallenges(8);
        for (int i = 0; i < 50; i++) {
            LivenessParameters wanted = checks.initReplay(session, request).value();

            assertThat(wanted.targets())
                    .extracting(Enum::name)
                    .isEqualTo(
                            LivenessTask.of(
                                            dev.selfsame.engine.liveness.LivenessMode.ACTIVE,
                                            dev.selfsame.engine.liveness.SecurityLevel.HIGH,
                                            8,
                                            wanted.seed())
                                    .targets()
                                    .stream()
                                    .map(Enum::name)
                                    .toList());
        }
        assertThat(checks.initReplay(session, PASSIVE).value().targets()).isEmpty();
    }

    @Test
    void framesOfAVideoHaveTheirTimes() throws Exception {
        assumeTrue(LiveClips.hasProgram(), "needs the program ffmpeg");
        Path video = folder.resolve("a video: of 2 s.avi");
        int made =
                new ProcessBuilder(
                                "ffmpeg",
                                "-v",
                                "error",
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc=size=1920x1080:rate=25:duration=2",
                                "-c:v",
                                "mjpeg",
                                "file:" + video)
                        .inheritIO()
                        .start()
                        .waitFor();
        assertThat(made).isZero();

        Recording recording = Recording.ofVideo(video, 8);

        assertThat(recording.frames()).hasSize(16);
        assertThat(recording.frames()).extracting(Frame::millis).startsWith(0L, 125L, 250L);
        for (Frame frame : recording.frames()) {
            var image = ImageIO.read(new ByteArrayInputStream(frame.jpeg()));
            assertThat(image.getWidth()).isEqualTo(1280);
            assertThat(image.getHeight()).isEqualTo(720);
        }
        Path text = Files.writeString(folder.resolve("text.mp4"), "no video");
        assertThatThrownBy(() -> Recording.ofVideo(text, 8))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("ffmpeg");
    }

    @Test
    void refusesRecordingsThatTheServerWould() {
        Frame frame = new Frame(5, new byte[1]);

        assertThatIllegalArgumentException().isThrownBy(() -> Recording.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Recording.of(List.of(frame, frame)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Frame(-1, new byte[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recording.ofVideo(folder.resolve("x"), 0));
    }

    @Test
    void opensACaptureForABrowser() {
        UUID session =
                checks.openCapture(
                        CaptureRequest.of(LivenessMode.LIVENESS_ACTIVE)
                                .withLevel(SecurityLevel.MEDIUM)
                                .withChallenges(3)
                                .withAgeThreshold(18)
                                .withSession(
                                        SessionRequest.PLAIN.withTimeToLive(
                                                Duration.ofSeconds(60))));

        assertThat(client.biometricServices().session(session).value().id()).isEqualTo(session);
        client.biometricServices().deleteSession(session);
        assertRefused(404, () -> checks.result(session));
    }

    private UUID opened() {
        return client.biometricServices().openSession(SessionRequest.PLAIN);
    }

    private void assertSuccess(UUID session) {
        ReplayStatus status = checks.awaitReplay(session, PATIENCE).value();
        assertThat(status.status()).as(status.diagnostic()).isEqualTo(LivenessStatus.SUCCESS);
        assertThat(status.bestImageId()).isNotNull();
    }

    private static Recording stills(int count) {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(new Frame(i * 125L, Faces.anna()));
        }
        return Recording.of(frames);
    }

    private static void assertRefused(int status, Runnable call) {
        SelfsameException refused = catchThrowableOfType(SelfsameException.class, call::run);
        assertThat(refused.status()).isEqualTo(status);
    }
}
