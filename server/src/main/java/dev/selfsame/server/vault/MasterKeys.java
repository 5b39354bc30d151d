package dev.selfsame.server.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.crypto.SecretKey;

/** Master keys, the first of which seals and all of which open. */
final class MasterKeys {

    private static final int ID_DIGITS = 16;

    private final Map<String, SecretKey> keys;

    private MasterKeys(Map<String, SecretKey> keys) {
        this.keys = keys;
    }

    /**
     * Reads keys in Base64, separated by commas or white space; a line that begins with # is
     * overlooked.
     *
     * @throws IllegalArgumentException if there is none or one is not 32 bytes
     */
    static MasterKeys parse(String text) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String word : words(text)) {
            SecretKey key = AesGcm.key(decode(word));
            keys.put(idOf(key), key);
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no master key (expected: 32 bytes in Base64)");
        }
        return new MasterKeys(keys);
    }

    static MasterKeys of(List<SecretKey> keys) {
        Map<String, SecretKey> byId = new LinkedHashMap<>();
        keys.forEach(key -> byId.put(idOf(key), key));
        return new MasterKeys(byId);
    }

    /** As {@link #parse} reads them. */
    String text() {
        StringBuilder text = new StringBuilder();
        keys.forEach(
                (id, key) ->
                        text.append("# ")
                                .append(id)
                                .append('\n')
                                .append(Base64.getEncoder().encodeToString(key.getEncoded()))
                                .append('\n'));
        return text.toString();
    }

    /** The key that seals. */
    String currentId() {
        return keys.keySet().iterator().next();
    }

    Optional<SecretKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    List<String> ids() {
        return List.copyOf(keys.keySet());
    }

    /** All keys, the current one first. */
    List<SecretKey> all() {
        return new ArrayList<>(keys.values());
    }

    /** Names a key without telling anything of it. */
    private static String idOf(SecretKey key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update("selfsame master key id\n".getBytes(StandardCharsets.US_ASCII));
            byte[] digest = sha256.digest(key.getEncoded());
            return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static List<String> words(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(line.split("[,\\s]+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static byte[] decode(String word) {
        try {
            return Base64.getDecoder().decode(word);
        } catch (IllegalArgumentException e) {
            // why without the cause: its message quotes a character of the key
            throw new IllegalArgumentException("a master key is not Base64");
        }
    }
}
