package dev.selfsame.engine.liveness;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.testing.SamplePictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Makes attacks out of films of people, for {@code selfsame eval-liveness}: writes folders of
 * frames and the lists {@code passive.tsv} and {@code approach.tsv}. Arguments: the folder to write
 * to, then folders of frames taken 8 a second.
 */
public final class FilmStudio {

    private static final int FRAMES = 26;
    private static final int STEP = 16;
    private static final String NEARER = "photo-brought-nearer";

    private final Path out;
    private final Engine engine;
    private final List<String> passive = new ArrayList<>(List.of("path\tlabel"));
    private final List<String> approach = new ArrayList<>(List.of("path\tlabel"));

    private FilmStudio(Path out, Engine engine) {
        this.out = out;
        this.engine = engine;
    }

    public static void main(String[] args) throws IOException {
        Path out = Path.of(args[0]);
        try (Engine engine = Engine.open(EngineConfig.DEFAULT)) {
            FilmStudio studio = new FilmStudio(out, engine);
            for (int i = 1; i < args.length; i++) {
                studio.work(Path.of(args[i]));
            }
            Files.write(out.resolve("passive.tsv"), studio.passive);
            Files.write(out.resolve("approach.tsv"), studio.approach);
        }
    }

    private void work(Path clip) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(clip)) {
            files = all.sorted().toList();
        }
        for (int from = 0; from + FRAMES <= files.size(); from += STEP) {
            List<byte[]> frames = new ArrayList<>();
            for (Path file : files.subList(from, from + FRAMES)) {
                frames.add(Files.readAllBytes(file));
            }
            attackWith(frames, clip.getFileName() + "-" + from, from / STEP);
        }
    }

    private void attackWith(List<byte[]> frames, String name, int seed) throws IOException {
        write(passive, "live", name, new Film(frames));
        BufferedImage photo = small(SamplePictures.read(frames.get(0)));
        double distance = photo.getHeight() > photo.getWidth() ? 1.25 : 1.5;
        write(
                passive,
                "same-frame",
                name,
                new Film(frames.stream().map(_ -> frames.get(0)).toList()));
        print(passive, "print-on-a-stand", name, photo, 0, 0, FilmedPhoto.held(distance, 0), seed);
        print(
                passive,
                "print-held-still",
                name,
                photo,
                0,
                0,
                FilmedPhoto.held(distance, 0.06),
                seed);
        print(passive, "print-moved", name, photo, 0, 0, FilmedPhoto.held(distance, 0.3), seed);
        print(
                passive,
                "print-bordered",
                name,
                photo,
                0.1,
                0,
                FilmedPhoto.held(distance, 0.3),
                seed);
        print(passive, "print-bent", name, photo, 0, 0.15, FilmedPhoto.held(distance, 0.3), seed);
        double cycles = 0.1 + 0.03 * seed;
        write(passive, "screen-moire", name, screen(frames, cycles, 0.3 - cycles / 2, 0.06));
        write(passive, "screen-faint-moire", name, screen(frames, cycles, 0.17, 0.025));
        print(
                approach,
                NEARER,
                name,
                photo,
                0,
                0,
                FilmedPhoto.approaching(1.6 * distance, 0.66 * distance, 1, 3),
                seed);
        Sitter sitter = Sitter.of(engine, photo);
        if (sitter != null) {
            write(approach, "live", name + "-nearer", sitter.head(FilmStudio::nearer, 4.5));
            write(passive, "live", name + "-drawn", sitter.head(FilmStudio::swaying, 3.2));
        }
    }

    private static FilmedHead.Pose nearer(double t) {
        double near = Math.clamp((t - 1.2) / 2, 0.0, 1.0);
        return new FilmedHead.Pose(12 - 7.2 * near, 0.02 * Math.sin(3 * t), 0.02 * Math.sin(2 * t));
    }

    private static FilmedHead.Pose swaying(double t) {
        return new FilmedHead.Pose(8, 0.07 * Math.sin(2 * t), 0.05 * Math.sin(1.7 * t));
    }

    private void print(
            List<String> list,
            String label,
            String name,
            BufferedImage photo,
            double border,
            double bend,
            FilmedPhoto.Path path,
            int seed)
            throws IOException {
        double seconds = label.equals(NEARER) ? 4.5 : 3.2;
        FilmedPhoto scene = new FilmedPhoto(photo, border, bend, path);
        write(list, label, name, Film.of(scene, seconds, 2 + seed % 3, seed));
    }

    /** A film on a screen: its grid beats with the camera's, in each colour at another place. */
    private static Film screen(List<byte[]> frames, double right, double down, double amount) {
        UnaryOperator<BufferedImage> pattern =
                image -> {
                    BufferedImage to =
                            new BufferedImage(
                                    image.getWidth(),
                                    image.getHeight(),
                                    BufferedImage.TYPE_INT_RGB);
                    for (int y = 0; y < image.getHeight(); y++) {
                        for (int x = 0; x < image.getWidth(); x++) {
                            to.setRGB(
                                    x, y, beaten(image.getRGB(x, y), x * right + y * down, amount));
                        }
                    }
                    return to;
                };
        return new Film(
                frames.stream()
                        .map(f -> SamplePictures.jpeg(pattern.apply(SamplePictures.read(f)), 0.85f))
                        .toList());
    }

    private static int beaten(int rgb, double cycles, double amount) {
        int out = 0;
        for (int colour = 0; colour < 3; colour++) {
            int shift = 16 - 8 * colour;
            double factor = 1 + amount * Math.cos(2 * Math.PI * (cycles + colour / 3.0));
            out |= Math.clamp(Math.round((rgb >> shift & 255) * factor), 0, 255) << shift;
        }
        return out;
    }

    private static BufferedImage small(BufferedImage photo) {
        double scale = Math.min(1, 640.0 / Math.max(photo.getWidth(), photo.getHeight()));
        return SamplePictures.placed(
                photo,
                (int) (photo.getWidth() * scale),
                (int) (photo.getHeight() * scale),
                0,
                0,
                scale);
    }

    private void write(List<String> list, String label, String name, Film film) throws IOException {
        Path folder = Files.createDirectories(out.resolve(label + "-" + name));
        int i = 0;
        for (byte[] frame : film.frames()) {
            Files.write(folder.resolve("%03d.jpg".formatted(i++)), frame);
        }
        list.add(Objects.requireNonNull(folder.getFileName()) + "\t" + label);
    }
}
