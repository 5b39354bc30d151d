package dev.selfsame.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The file of a picture: JPEG, PNG, BMP, TIFF or WSQ, as it is. Nothing here looks into it; the
 * server refuses what it cannot read.
 */
public sealed interface Picture {

    /** A picture in memory. The array is shared, not copied: leave it as it is while calling. */
    static Picture of(byte[] file) {
        return new InMemory(file);
    }

    /** A picture on disk, read while it is sent, again for each attempt. */
    static Picture of(Path file) {
        return new OnDisk(file);
    }

    /**
     * The bytes of the file.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    byte[] bytes();

    /**
     * A picture in memory.
     *
     * @param bytes of the file, shared
     */
    record InMemory(byte[] bytes) implements Picture {

        /** Checks that there is an array. */
        public InMemory {
            Objects.requireNonNull(bytes, "bytes");
        }

        @Override
        public String toString() {
            return "a picture of " + bytes.length + " bytes";
        }
    }

    /**
     * A picture on disk.
     *
     * @param file where it is
     */
    record OnDisk(Path file) implements Picture {

        /** Checks that there is a path. */
        public OnDisk {
            Objects.requireNonNull(file, "file");
        }

        @Override
        public byte[] bytes() {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
