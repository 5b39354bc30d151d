package dev.selfsame.server.licence;

import java.util.List;
import java.util.Objects;

/**
 * Something that others made and that is shipped.
 *
 * @param kind what it is
 * @param name of a library {@code group:name}, of a network its file's name without ending
 * @param version as its makers call it, or the pack's
 * @param licences by their SPDX names where they have one; one may be chosen of several
 */
public record Ingredient(Kind kind, String name, String version, List<String> licences) {

    /** What it is. */
    public enum Kind {
        LIBRARY("Java libraries"),
        SCRIPT("in scripts of pages"),
        NETWORK("networks of the built-in model pack");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** For people, all of them. */
        public String title() {
            return title;
        }
    }

    public Ingredient {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        licences = List.copyOf(licences);
    }
}
