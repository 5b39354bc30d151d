package dev.selfsame.server.cli.doctor;

import java.util.Locale;

/** How something is. */
public enum Verdict {
    OK,
    WARNING,
    FAILED;

    /** As people and programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
