package dev.selfsame.engine.liveness;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.testing.SamplePictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Makes a film of a head that comes nearer out of one portrait, for a camera that plays files: no
 * film of a person who does that is at hand. Arguments: the picture, the folder to write frames to,
 * frames a second, seconds far away, then {@code head} or {@code photo}: the same portrait as a
 * plane.
 */
public final class FilmApproach {

    private static final double NEARING_SECONDS = 2.5;
    private static final double NEAR_SECONDS = 4;
    private static final int SIDE = 640;

    private FilmApproach() {}

    public static void main(String[] args) throws IOException {
        BufferedImage picture = SamplePictures.read(Files.readAllBytes(Path.of(args[0])));
        double scale =
                Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        BufferedImage photo =
                SamplePictures.placed(
                        picture,
                        (int) (picture.getWidth() * scale),
                        (int) (picture.getHeight() * scale),
                        0,
                        0,
                        scale);
        double far = Double.parseDouble(args[3]);
        Film.Scene scene = args[4].equals("photo") ? plane(photo, far) : head(photo, far);
        Film film =
                Film.of(
                        scene,
                        far + NEARING_SECONDS + NEAR_SECONDS,
                        2,
                        1,
                        1 / Double.parseDouble(args[2]));
        Path folder = Files.createDirectories(Path.of(args[1]));
        for (int i = 0; i < film.frames().size(); i++) {
            Files.write(folder.resolve("%04d.jpg".formatted(i)), film.frames().get(i));
        }
    }

    private static Film.Scene plane(BufferedImage photo, double far) {
        double distance = photo.getHeight() > photo.getWidth() ? 1.25 : 1.5;
        return new FilmedPhoto(
                photo,
                0,
                0,
                FilmedPhoto.approaching(
                        1.6 * distance, 0.66 * distance, far, far + NEARING_SECONDS));
    }

    private static Film.Scene head(BufferedImage photo, double far) {
        try (Engine engine = Engine.open(EngineConfig.DEFAULT)) {
            Sitter sitter = Objects.requireNonNull(Sitter.of(engine, photo), "no face");
            return new FilmedHead(
                    photo,
                    sitter.face(),
                    t ->
                            new FilmedHead.Pose(
                                    12 - 7.2 * Math.clamp((t - far) / NEARING_SECONDS, 0.0, 1.0),
                                    0.03 * Math.sin(3 * t),
                                    0.02 * Math.sin(2 * t)));
        }
    }
}
