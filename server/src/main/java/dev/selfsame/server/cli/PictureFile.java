package dev.selfsame.server.cli;

import dev.selfsame.engine.imaging.ImageLimits;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A picture named on the command line.
 *
 * @param name as the user wrote it
 * @param bytes of the file, at most one more than the engine takes
 */
record PictureFile(String name, byte[] bytes) {

    static PictureFile read(Path path) {
        if (!Files.exists(path)) {
            throw new UnusableInputException("there is no file " + path);
        }
        if (!Files.isRegularFile(path)) {
            throw new UnusableInputException(path + " is no file; name a picture");
        }
        try (InputStream in = Files.newInputStream(path)) {
            // why one more: the engine sees that the file is too long, memory does not
            byte[] bytes = in.readNBytes((int) ImageLimits.DEFAULT.maxBytes() + 1);
            return new PictureFile(path.toString(), bytes);
        } catch (IOException e) {
            throw new UnusableInputException(path + " cannot be read: " + e.getMessage());
        }
    }
}
