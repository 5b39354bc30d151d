package dev.selfsame.engine.inference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of a pack lie. */
sealed interface PackSource {

    /** Reads a file whole. */
    byte[] read(String file) throws IOException;

    /** Where it is, for people. */
    String origin();

    /** A folder of the file system. */
    record Folder(Path folder) implements PackSource {
        @Override
        public byte[] read(String file) throws IOException {
            return Files.readAllBytes(folder.resolve(file));
        }

        @Override
        public String origin() {
            return folder.toString();
        }
    }

    /** Resources of the models jar. */
    record BuiltIn() implements PackSource {
        private static final String PREFIX = "/dev/selfsame/models/";

        @Override
        public byte[] read(String file) throws IOException {
            try (InputStream in = PackSource.class.getResourceAsStream(PREFIX + file)) {
                if (in == null) {
                    throw new IOException("no resource " + PREFIX + file);
                }
                return in.readAllBytes();
            }
        }

        @Override
        public String origin() {
            return "built-in";
        }
    }
}
