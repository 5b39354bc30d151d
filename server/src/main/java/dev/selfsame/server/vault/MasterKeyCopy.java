package dev.selfsame.server.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Master keys as they were at one moment, for backups: they go into one, or prove who made it. */
public final class MasterKeyCopy {

    private static final String STAMP_KEY = "selfsame backup stamp 1";

    private final MasterKeys keys;

    private MasterKeyCopy(MasterKeys keys) {
        this.keys = keys;
    }

    /**
     * The keys as they are now.
     *
     * @throws UnusableMasterKeyException if they cannot be read
     */
    public static MasterKeyCopy of(MasterKeySource source) {
        return new MasterKeyCopy(source.read());
    }

    /**
     * Keys as {@link #text} writes them.
     *
     * @throws IllegalArgumentException if there is none; does not repeat the text
     */
    public static MasterKeyCopy parse(byte[] text) {
        return new MasterKeyCopy(MasterKeys.parse(new String(text, StandardCharsets.US_ASCII)));
    }

    /** The content of a file of keys: a secret. */
    public byte[] text() {
        return keys.text().getBytes(StandardCharsets.US_ASCII);
    }

    /** The id of the key that seals. */
    public String currentId() {
        return keys.currentId();
    }

    /** Whether the keys of all these ids are among them. */
    public boolean holdsAll(Collection<String> ids) {
        return Set.copyOf(keys.ids()).containsAll(ids);
    }

    /** An id and a keyed hash (HMAC-SHA-256, RFC 2104) of a text, by the key that seals. */
    public String stamp(byte[] text) {
        return keys.currentId() + " " + HexFormat.of().formatHex(mac(keys.currentId(), text));
    }

    /** Whether one of the keys has made this stamp of this text. */
    public boolean hasStamped(byte[] text, String stamp) {
        int blank = stamp.indexOf(' ');
        String id = blank < 0 ? "" : stamp.substring(0, blank);
        if (keys.find(id).isEmpty()) {
            return false;
        }
        String expected = HexFormat.of().formatHex(mac(id, text));
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                stamp.substring(blank + 1).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Puts the keys where a server looks for them, if nothing is there.
     *
     * @return false if there are keys already
     * @throws UnusableMasterKeyException if the file cannot be written
     */
    public boolean writeIfAbsent(MasterKeySource place) {
        if (place.isThere()) {
            return false;
        }
        place.write(keys);
        return true;
    }

    // why a key of its own: the master key does nothing but seal
    private byte[] mac(String id, byte[] text) {
        SecretKey master = keys.find(id).orElseThrow();
        byte[] key =
                mac(
                        Objects.requireNonNull(master.getEncoded(), "key"),
                        STAMP_KEY.getBytes(StandardCharsets.US_ASCII));
        return mac(key, text);
    }

    private static byte[] mac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
