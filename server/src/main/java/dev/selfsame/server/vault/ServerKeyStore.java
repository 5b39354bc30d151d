package dev.selfsame.server.vault;

import java.util.List;
import java.util.Map;

/** Where sealed keys of the server itself are kept, as the master key's rotation needs them. */
public interface ServerKeyStore {

    /** Keys that another master key than this one seals. */
    List<ServerKey> sealedByOthersThan(String masterId);

    /** Puts the new box in the place of the old one; false if the key is gone or was changed. */
    boolean rewrap(ServerKey before, ServerKey after);

    /** How many keys each master key seals; none is absent. */
    Map<String, Long> countByMaster();
}
