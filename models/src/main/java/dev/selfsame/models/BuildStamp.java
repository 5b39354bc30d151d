package dev.selfsame.models;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A digest of everything that decides what the pack looks like. */
record BuildStamp(String digest) {

    /** Of the lock file, the pack's sources and the converter's own classes. */
    static BuildStamp of(Path lock, Path sources, Class<?> converter) throws IOException {
        Sha256 digest = new Sha256().add(lock);
        for (Path file : files(sources, "")) {
            digest.add(file);
        }
        for (Path file : files(classes(converter), ".class")) {
            digest.add(file);
        }
        return new BuildStamp(digest.hex());
    }

    boolean isOn(Path file) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(digest);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, digest);
    }

    private static Path classes(Class<?> converter) {
        try {
            return Path.of(converter.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("classes at an address that is no address", e);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
