package dev.selfsame.server.tenant;

/**
 * A key at the only moment when its text is known.
 *
 * @param key what is stored of it
 * @param text what its owner keeps
 */
public record IssuedKey(ApiKey key, String text) {

    /** Leaves the text out, so that no log can show it. */
    @Override
    public String toString() {
        return "IssuedKey[key=" + key + "]";
    }
}
