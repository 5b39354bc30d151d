package dev.selfsame.server.portal;

import java.util.Objects;

/**
 * A password at the only moment when it is known.
 *
 * @param name whose it is
 * @param text what its owner types
 */
public record NewPassword(String name, String text) {

    public NewPassword {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    /** Leaves the password out, so that no log can show it. */
    @Override
    public String toString() {
        return "NewPassword[name=" + name + "]";
    }
}
