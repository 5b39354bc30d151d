package dev.selfsame.engine.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.imaging.Image;
import dev.selfsame.engine.imaging.PngFile;
import dev.selfsame.engine.testing.SamplePictures;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFramesTest {

    private final Engine engine = Engine.open(EngineConfig.DEFAULT);
    private final byte[] frame = SamplePictures.jpeg(Sitter.of(engine, 6, 0).photo(), 0.85f);

    @AfterAll
    void close() {
        engine.close();
    }

    private LivenessCapture capture() {
        return engine.startLiveness(
                new LivenessTask(LivenessMode.PASSIVE, SecurityLevel.MEDIUM, List.of()));
    }

    private static byte[] blank(int width, int height) {
        return SamplePictures.jpeg(
                new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), 0.85f);
    }

    @Test
    void whatIsNoJpegIsAProblemOfTheFrame() {
        LivenessCapture capture = capture();
        assertThat(capture.accept(0, new byte[0]).problem()).isEqualTo(FrameProblem.UNREADABLE);
        assertThat(capture.accept(100, new byte[] {1, 2, 3}).problem())
                .isEqualTo(FrameProblem.UNREADABLE);
        byte[] png = PngFile.write(new Image(300, 300, new byte[300 * 300 * 3]));
        assertThat(capture.accept(200, png).problem()).isEqualTo(FrameProblem.UNREADABLE);
        byte[] half = Arrays.copyOf(frame, frame.length / 2);
        assertThat(capture.accept(300, half).problem()).isEqualTo(FrameProblem.UNREADABLE);
    }

    @Test
    void framesBeyondTheLimitsAreRefused() {
        LivenessCapture capture = capture();
        byte[] tenMegabytes = Arrays.copyOf(frame, 10_000_000);
        assertThat(capture.accept(0, tenMegabytes).problem()).isEqualTo(FrameProblem.TOO_LARGE);
        assertThat(capture.accept(100, blank(1921, 300)).problem())
                .isEqualTo(FrameProblem.TOO_LARGE);
        assertThat(capture.accept(200, blank(1920, 1920)).problem()).isNull();
        assertThat(capture.accept(300, blank(640, 239)).problem())
                .isEqualTo(FrameProblem.TOO_SMALL);
    }

    @Test
    void bentBytesNeverThrow() {
        Random random = new Random(5);
        LivenessCapture capture = capture();
        for (int i = 1; i <= 60; i++) {
            byte[] bent = frame.clone();
            for (int j = 0; j < 8; j++) {
                bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
            }
            assertThat(capture.accept(100L * i, bent)).isNotNull();
        }
        assertThat(capture.judge().outcome()).isNotEqualTo(Outcome.SUCCESS);
    }

    @Test
    void framesOutOfOrderOrTooSoonAreNotLookedAt() {
        LivenessCapture capture = capture();
        assertThat(capture.accept(1000, frame).problem()).isNull();
        assertThat(capture.accept(1000, frame).problem()).isEqualTo(FrameProblem.OUT_OF_ORDER);
        assertThat(capture.accept(0, frame).problem()).isEqualTo(FrameProblem.OUT_OF_ORDER);
        assertThat(capture.accept(1002, frame).problem()).isEqualTo(FrameProblem.TOO_SOON);
        assertThat(capture.accept(1100, frame).problem()).isNull();
    }

    @Test
    void oneFrameAMinuteNeverGetsAnywhere() {
        LivenessCapture capture = capture();
        for (int i = 0; i < 30; i++) {
            capture.accept(60_000L * i, frame);
        }
        assertThat(capture.isComplete()).isFalse();
        assertThat(capture.judge().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void saysThatNobodyWasThere() {
        LivenessCapture capture = capture();
        assertThat(capture.judge().diagnostic()).isEqualTo(Diagnostic.NO_FACE);
        for (int i = 0; i < 5; i++) {
            CaptureProgress progress = capture.accept(125L * i, blank(640, 480));
            assertThat(progress.faceWidth()).isZero();
            assertThat(progress.position()).isEqualTo(PositionInfo.MOVE_BACK_INTO_FRAME);
        }
        LivenessVerdict verdict = capture.judge();
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.diagnostic().text()).isEqualTo("No face detected");
    }

    @Test
    void groupOfPeopleDoesNotBegin() {
        LivenessCapture capture = capture();
        byte[] group = SamplePictures.groupFile(6);
        for (int i = 0; i < 12; i++) {
            assertThat(capture.accept(125L * i, group).phase()).isEqualTo(CapturePhase.POSITIONING);
        }
        assertThat(capture.judge().outcome()).isEqualTo(Outcome.FAILED);
    }
}
