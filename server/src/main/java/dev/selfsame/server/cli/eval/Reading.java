package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.template.Template;

/** What came of one picture. */
public sealed interface Reading {

    /**
     * It can be compared.
     *
     * @param quality higher is better; only its order is used
     */
    record Acquired(Template template, int quality) implements Reading {}

    /**
     * Failure to acquire (ISO/IEC 19795-1).
     *
     * @param reason one of a few, to count by
     */
    record Failed(String reason) implements Reading {}
}
