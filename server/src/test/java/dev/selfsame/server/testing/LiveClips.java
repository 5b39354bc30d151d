package dev.selfsame.server.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Videos of people, and the program that reads them; tests are skipped where they are missing. */
public final class LiveClips {

    private static final Path VIDEOS = Path.of("../../shared/data/videos");

    private LiveClips() {}

    /** Somebody who holds a phone and looks into it, upright, 720 by 1280 pixels. */
    public static Path selfie() {
        Path clip = VIDEOS.resolve("d13.mp4");
        assumeTrue(Files.exists(clip), "needs ../shared/data, which only some machines have");
        assumeTrue(hasProgram(), "needs the program ffmpeg");
        return clip;
    }

    /** Whether videos can be read here. */
    public static boolean hasProgram() {
        try {
            Process process =
                    new ProcessBuilder("ffmpeg", "-version").redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
