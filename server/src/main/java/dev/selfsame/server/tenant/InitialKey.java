package dev.selfsame.server.tenant;

import dev.selfsame.server.datadir.OwnerOnly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The key that a fresh server starts with, kept in clear in a file that only its owner can read, so
 * that the first call needs no second command. Whoever does not want that deletes the file; the key
 * itself stays valid until it is revoked.
 */
public final class InitialKey {

    private static final String NAME = "initial";
    private static final String STARTUP_NAME = "startup";

    private final ApiKeys keys;
    private final Path file;

    public InitialKey(ApiKeys keys, Path file) {
        this.keys = Objects.requireNonNull(keys, "keys");
        this.file = Objects.requireNonNull(file, "file");
    }

    /**
     * Makes the file, the tenant and the key if there is no key; else answers empty. Whoever
     * deleted the tenant of the first key makes keys by hand.
     *
     * @throws IOException if the file cannot be written; then there is no key, and the next start
     *     tries again
     */
    public Optional<IssuedKey> createOnFirstStart() throws IOException {
        if (!keys.isEmpty() || !keys.canIssue(Tenant.DEFAULT_ID)) {
            return Optional.empty();
        }
        IssuedKey issued = keys.draw(Tenant.DEFAULT_ID, NAME, Scopes.ALL, null);
        byte[] line = (issued.text() + "\n").getBytes(StandardCharsets.US_ASCII);
        // why in this order: a key whose text nobody has would keep another from being made
        try {
            OwnerOnly.write(file, line);
        } catch (IOException e) {
            throw new IOException("the first API key cannot be written to " + file, e);
        }
        keys.accept(issued);
        return Optional.of(issued);
    }

    /** The key in the file, if the file is there and the key is still accepted. */
    public Optional<String> stillValid() throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            return keys.authenticate(text).map(caller -> text);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * A key for whoever started the server by a program, when the file is gone. It replaces the one
     * that the start before made, so that starts leave no trail of valid keys. Empty if the tenant
     * of the first key was deleted.
     */
    public Optional<String> forThisStart() {
        if (!keys.canIssue(Tenant.DEFAULT_ID)) {
            return Optional.empty();
        }
        keys.list(Tenant.DEFAULT_ID).stream()
                .filter(key -> key.name().equals(STARTUP_NAME) && key.revoked() == null)
                .forEach(key -> keys.revoke(Tenant.DEFAULT_ID, key.id()));
        return Optional.of(keys.issue(Tenant.DEFAULT_ID, STARTUP_NAME, Scopes.ALL).text());
    }

    /** Where the key is kept. */
    public Path file() {
        return file;
    }
}
