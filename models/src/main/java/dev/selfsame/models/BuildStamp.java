package dev.selfsame.models;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A digest of everything that decides what the pack looks like. */
record BuildStamp(String digest) {

    /** Of the lock file, the pack's sources and the converter's own classes. */
    static BuildStamp of(Path lock, Path sources, Class<?> converter) throws IOException {
        Sha256 digest = new Sha256().add(lock);
        addAll(sources, "", digest);
        addAll(classes(converter), ".class", digest);
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

    /** Adds the name and content of each file; a renamed file changes the digest. */
    private static void addAll(Path folder, String ending, Sha256 digest) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString();
                if (name.endsWith(ending)) {
                    digest.add(name).add(file);
                }
            }
        }
    }
}
