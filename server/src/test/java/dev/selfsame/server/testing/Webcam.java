package dev.selfsame.server.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** Clips for a webcam, made with ffmpeg. A browser plays them again and again. */
public final class Webcam {

    private static final Path VIDEOS = Path.of("../../shared/data/videos");
    // why so fast: Chromium plays such files at this rate, whatever they say
    private static final String RATE = "30";

    private Webcam() {}

    /** Skips the test where clips cannot be made. */
    public static void require() {
        assumeTrue(LiveClips.hasProgram(), "needs ffmpeg; ./check installs it where it may");
    }

    /** A video of a live person; where there is none, the test is skipped. */
    public static Path video(String name) {
        Path video = VIDEOS.resolve(name);
        assumeTrue(Files.exists(video), "needs ../shared/data, which only some machines have");
        return video;
    }

    /**
     * A part of a video.
     *
     * @param filter changes it, in the words of ffmpeg; "null" leaves it as it is
     */
    public static Path of(Path folder, Path video, double from, double seconds, String filter)
            throws IOException {
        List<String> input =
                List.of(
                        "-ss",
                        String.valueOf(from),
                        "-t",
                        String.valueOf(seconds),
                        "-i",
                        video.toString());
        return make(folder, input, filter);
    }

    /** The person of {@code d13.mp4}, from afar and then near. */
    public static Path comingCloser(Path folder, Path video) throws IOException {
        Path frames = Files.createTempDirectory(folder, "frames");
        ffmpeg(
                List.of(
                        "-t",
                        "8",
                        "-i",
                        video.toString(),
                        "-vf",
                        "scale=480:854",
                        "-q:v",
                        "2",
                        frames.resolve("%04d.jpg").toString()));
        ComingCloser closer = new ComingCloser(248, 418, 100);
        Path file = folder.resolve("closer.mjpeg");
        try (Stream<Path> all = Files.list(frames);
                OutputStream out = Files.newOutputStream(file)) {
            int index = 0;
            for (Path frame : all.sorted().toList()) {
                double share = Math.clamp((index++ - 75) / 75.0, 0.0, 1.0);
                BufferedImage filmed = ImageIO.read(frame.toFile());
                ImageIO.write(closer.seenFrom(10.5 - 5.9 * share, filmed), "jpg", out);
            }
        }
        return file;
    }

    /** A frame of a video as a picture file. */
    public static Path frame(Path folder, Path video, double second) throws IOException {
        Path file = Files.createTempFile(folder, "frame", ".jpg");
        ffmpeg(
                List.of(
                        "-ss",
                        String.valueOf(second),
                        "-i",
                        video.toString(),
                        "-frames:v",
                        "1",
                        "-q:v",
                        "2",
                        file.toString()));
        return file;
    }

    /**
     * A picture held before the camera for some seconds.
     *
     * @param filter moves or changes it, in the words of ffmpeg; "null" leaves it as it is
     */
    public static Path ofPicture(Path folder, Path picture, int seconds, String filter)
            throws IOException {
        List<String> input =
                List.of(
                        "-loop",
                        "1",
                        "-framerate",
                        RATE,
                        "-t",
                        String.valueOf(seconds),
                        "-i",
                        picture.toString());
        return make(folder, input, filter);
    }

    /** A wall with nobody before it. */
    public static Path ofNobody(Path folder) throws IOException {
        List<String> input =
                List.of("-f", "lavfi", "-t", "2", "-i", "color=c=0x8a8f96:s=640x480:r=" + RATE);
        return make(folder, input, "noise=alls=6:allf=t");
    }

    private static Path make(Path folder, List<String> input, String filter) throws IOException {
        Path file = Files.createTempFile(folder, "webcam", ".mjpeg");
        List<String> arguments = new ArrayList<>(input);
        arguments.addAll(
                List.of(
                        "-an",
                        "-vf",
                        filter,
                        "-r",
                        RATE,
                        "-c:v",
                        "mjpeg",
                        "-q:v",
                        "4",
                        "-f",
                        "mjpeg",
                        file.toString()));
        ffmpeg(arguments);
        return file;
    }

    private static void ffmpeg(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
