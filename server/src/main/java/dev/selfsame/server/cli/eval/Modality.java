package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.template.Template;

/** What is compared: faces or fingers. Safe for any number of threads. */
public interface Modality {

    /** For people, such as {@code faces}. */
    String name();

    /** Reads the file of a picture. */
    Reading read(byte[] file);

    /** Compares two templates that this modality read. */
    Fmr compare(Template reference, Template candidate);
}
