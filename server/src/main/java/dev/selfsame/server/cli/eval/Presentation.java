package dev.selfsame.server.cli.eval;

import java.nio.file.Path;
import java.util.List;

/**
 * One attempt in front of the camera (ISO/IEC 30107-3: bona fide presentation or attack
 * presentation).
 *
 * @param label {@code live}, or the species of the attack instrument
 * @param frames picture files in order
 * @param recording whether they were taken as a capture, eight a second, so that the whole capture
 *     can be gone through again; otherwise they are judged as they are
 */
public record Presentation(String label, List<Path> frames, boolean recording) {

    /** Label of people. */
    public static final String LIVE = "live";

    public Presentation {
        frames = List.copyOf(frames);
    }

    boolean isLive() {
        return label.equals(LIVE);
    }
}
