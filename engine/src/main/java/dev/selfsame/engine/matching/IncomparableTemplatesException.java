package dev.selfsame.engine.matching;

import dev.selfsame.engine.template.Template;

/** Two templates of different modes or modalities were to be compared. */
public final class IncomparableTemplatesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public IncomparableTemplatesException(Template reference, Template candidate) {
        super(
                "templates of different modes cannot be compared: "
                        + name(reference)
                        + " and "
                        + name(candidate)
                        + "; encode one of the pictures again");
    }

    private static String name(Template template) {
        return template.mode() + " version " + template.modeVersion();
    }
}
