package dev.selfsame.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Frames of a video as JPEG files, by the program ffmpeg. */
final class ClipFrames {

    private static final int MOST_BYTES = 200_000_000;

    private ClipFrames() {}

    /** So many frames a second, their longer side at most 1280 pixels. */
    static List<byte[]> of(Path video, int framesPerSecond)
            throws IOException, InterruptedException {
        Process ffmpeg =
                new ProcessBuilder(
                                "ffmpeg",
                                "-v",
                                "error",
                                "-i",
                                video.toString(),
                                "-vf",
                                "fps=" + framesPerSecond + ",scale='min(1280,iw)':-2",
                                "-f",
                                "image2pipe",
                                "-c:v",
                                "mjpeg",
                                "-q:v",
                                "4",
                                "-")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        byte[] all;
        try (InputStream out = ffmpeg.getInputStream()) {
            all = out.readNBytes(MOST_BYTES);
        }
        if (ffmpeg.waitFor() != 0) {
            throw new IOException("ffmpeg failed");
        }
        return split(all);
    }

    /** At each start of an image (FF D8 FF), which the data of a JPEG cannot contain. */
    private static List<byte[]> split(byte[] all) {
        List<byte[]> frames = new ArrayList<>();
        int from = 0;
        for (int i = 3; i < all.length - 2; i++) {
            boolean starts =
                    all[i] == (byte) 0xFF && all[i + 1] == (byte) 0xD8 && all[i + 2] == (byte) 0xFF;
            if (starts) {
                frames.add(Arrays.copyOfRange(all, from, i));
                from = i;
            }
        }
        frames.add(Arrays.copyOfRange(all, from, all.length));
        return frames;
    }
}
