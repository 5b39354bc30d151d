package dev.selfsame.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes JPEGs of the frames of videos with the program {@code ffmpeg}. */
final class VideoFrames {

    private static final String PROGRAM = "ffmpeg";
    private static final String SCALE =
            "scale='min(1280,iw)':'min(1280,ih)':force_original_aspect_ratio=decrease";
    private static final int MOST_A_SECOND = 30;
    private static final int MILLIS = 1000;

    private static final int MARKER = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;

    private VideoFrames() {}

    static List<Recording.Frame> of(Path video, int framesPerSecond) {
        if (framesPerSecond < 1 || framesPerSecond > MOST_A_SECOND) {
            throw new IllegalArgumentException(
                    "framesPerSecond: " + framesPerSecond + " (expected: 1..30)");
        }
        Process process = start(video, framesPerSecond);
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            List<Recording.Frame> frames = new ArrayList<>();
            for (int first = in.read(); first >= 0; first = in.read()) {
                long millis = (long) frames.size() * MILLIS / framesPerSecond;
                frames.add(new Recording.Frame(millis, jpeg(first, in)));
            }
            int code = process.waitFor();
            if (code != 0 || frames.isEmpty()) {
                throw new IOException(
                        PROGRAM + " made no frames of the video, and ended with code " + code);
            }
            return frames;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SelfsameException.of(
                    SelfsameException.Kind.INTERRUPTED, "interrupted while reading a video", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Path video, int framesPerSecond) {
        List<String> command =
                List.of(
                        PROGRAM,
                        "-nostdin",
                        "-v",
                        "error",
                        "-i",
                        // why: a name with a colon would be taken for that of a protocol
                        "file:" + video.toAbsolutePath(),
                        "-vf",
                        "fps=" + framesPerSecond + "," + SCALE,
                        "-frames:v",
                        Integer.toString(Recording.MOST_FRAMES),
                        "-c:v",
                        "mjpeg",
                        "-q:v",
                        "3",
                        "-f",
                        "image2pipe",
                        "-");
        try {
            return new ProcessBuilder(command)
                    .redirectInput(Redirect.PIPE)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the program "
                            + PROGRAM
                            + " cannot be started; install it, or make the recording of frames",
                    e);
        }
    }

    /** One file of several that follow each other, by its markers (ITU-T T.81, annex B). */
    private static byte[] jpeg(int first, DataInputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        int second = copied(in, out);
        if (first != MARKER || second != START) {
            throw new IOException("no JPEG comes from " + PROGRAM);
        }
        while (true) {
            int marker = copied(in, out) == MARKER ? copied(in, out) : -1;
            if (marker == END) {
                return out.toByteArray();
            }
            if (marker < 0) {
                throw new IOException("a broken JPEG comes from " + PROGRAM);
            }
            int length = copied(in, out) << 8 | copied(in, out);
            out.writeBytes(in.readNBytes(length - 2));
            if (marker == SCAN) {
                scan(in, out);
                return out.toByteArray();
            }
        }
    }

    /** Copies to the end of the file: within a scan an end is nothing else. */
    private static void scan(InputStream in, ByteArrayOutputStream out) throws IOException {
        int before = 0;
        int now = copied(in, out);
        while (before != MARKER || now != END) {
            before = now;
            now = copied(in, out);
        }
    }

    private static int copied(InputStream in, ByteArrayOutputStream out) throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new EOFException(PROGRAM + " broke off");
        }
        out.write(read);
        return read;
    }
}
