package dev.selfsame.server.store.redis;

import dev.selfsame.server.vault.BrokenSealException;
import dev.selfsame.server.vault.Sealed;
import dev.selfsame.server.vault.Vault;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Values sealed with a tenant's key: id of the key (16 bytes), then the box. */
final class SealedValues {

    private static final int KEY_ID_BYTES = 16;
    // why: many times what any value of ours needs, and little enough to be opened
    private static final int MOST_BYTES = 64 * 1024;

    private final Vault vault;

    SealedValues(Vault vault) {
        this.vault = Objects.requireNonNull(vault, "vault");
    }

    byte[] seal(String tenantId, String place, byte[] plain) {
        return joined(vault.seal(tenantId, place, plain));
    }

    /** Seals many at once, by their places. */
    Map<String, byte[]> seal(String tenantId, Map<String, byte[]> plain) {
        Map<String, byte[]> sealed = new LinkedHashMap<>();
        vault.sealAll(tenantId, plain).forEach((place, box) -> sealed.put(place, joined(box)));
        return sealed;
    }

    /** Opens what lies in a buffer from its position on. */
    byte[] open(String tenantId, String place, ByteBuffer sealed) throws BrokenValueException {
        if (sealed.remaining() <= KEY_ID_BYTES || sealed.remaining() > MOST_BYTES) {
            throw new BrokenValueException(sealed.remaining() + " bytes");
        }
        UUID keyId = new UUID(sealed.getLong(), sealed.getLong());
        byte[] box = new byte[sealed.remaining()];
        sealed.get(box);
        try {
            return vault.open(tenantId, place, new Sealed(keyId, box));
        } catch (BrokenSealException e) {
            throw new BrokenValueException("its seal is broken", e);
        }
    }

    private static byte[] joined(Sealed sealed) {
        return ByteBuffer.allocate(KEY_ID_BYTES + sealed.box().length)
                .putLong(sealed.keyId().getMostSignificantBits())
                .putLong(sealed.keyId().getLeastSignificantBits())
                .put(sealed.box())
                .array();
    }
}
