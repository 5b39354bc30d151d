package dev.selfsame.engine.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Films of people, read by ffmpeg where it and the development data are there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevelopmentFilmsTest {

    private static final Path FILMS = Path.of("../../shared/data/videos").toAbsolutePath();

    /** Looks ahead for 3.6 s, turns to her left, then up; what a camera would show, 640 by 480. */
    private static final String TURNS =
            "[0:v]trim=3.3:4.5,setpts=3*(PTS-STARTPTS)[a];[0:v]trim=4.5:7.2,"
                    + "setpts=2*(PTS-STARTPTS)[b];[a][b]concat=n=2,scale=480:480,"
                    + "pad=640:480:80:0:color=0x8a8468,fps=8";

    private final Engine engine = Engine.open(EngineConfig.DEFAULT);

    @TempDir Path folder;

    @AfterAll
    void close() {
        engine.close();
    }

    private Film film(String name, String filter) throws IOException, InterruptedException {
        Path file = FILMS.resolve(name);
        assumeThat(file).as("development data").exists();
        boolean ffmpeg =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(bin -> Files.isExecutable(Path.of(bin, "ffmpeg")));
        assumeThat(ffmpeg).as("ffmpeg on the PATH").isTrue();
        Process process =
                new ProcessBuilder(
                                "ffmpeg",
                                "-v",
                                "error",
                                "-i",
                                file.toString(),
                                "-an",
                                "-filter_complex",
                                filter,
                                "-q:v",
                                "3",
                                folder.resolve("%04d.jpg").toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        List<byte[]> frames = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path frame : files.sorted().toList()) {
                frames.add(Files.readAllBytes(frame));
            }
        }
        return new Film(frames);
    }

    private LivenessVerdict shown(Film film, LivenessMode mode, TargetPosition... targets) {
        return film.shownTo(
                engine.startLiveness(new LivenessTask(mode, SecurityLevel.HIGH, List.of(targets))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"d13.mp4", "d10.mp4"})
    void personWhoTalksPasses(String name) throws IOException, InterruptedException {
        LivenessVerdict verdict = shown(film(name, "[0:v]fps=8"), LivenessMode.PASSIVE);
        assertThat(verdict.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void personWhoLooksAtTheTargetsPassesAndAtOthersFails()
            throws IOException, InterruptedException {
        Film film = film("d3.mp4", TURNS);
        assertThat(shown(film, LivenessMode.ACTIVE, TargetPosition.L, TargetPosition.T).outcome())
                .isEqualTo(Outcome.SUCCESS);
        assertThat(
                        shown(film, LivenessMode.ACTIVE, TargetPosition.R, TargetPosition.L)
                                .diagnostic())
                .isEqualTo(Diagnostic.WRONG_MOVES);
    }
}
