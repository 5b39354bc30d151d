package dev.selfsame.server.signing;

import java.time.Instant;
import java.util.List;

/** Where signing keys are kept, for all servers that share a database. */
public interface SigningKeyStore {

    /** All keys, retired ones too, in the order in which they were added. */
    List<StoredSigningKey> list();

    /**
     * Adds a key.
     *
     * @return false if it is there already, or another has its turn
     */
    boolean add(StoredSigningKey key);

    /**
     * Adds a key that is the current one from now on, and takes the private parts of all others of
     * its algorithm away, as they have nothing to sign any more.
     *
     * @return false, with nothing changed, as {@link #add}
     */
    boolean rotate(StoredSigningKey key);

    /**
     * Makes a key that is there the current one.
     *
     * @return false if it cannot sign, or another has that turn
     */
    boolean promote(String kid, long turn);

    /**
     * Lets a key verify nothing any more, and takes its private part away.
     *
     * @return false if it is not there, retired already, or the current one
     */
    boolean retire(String kid, Instant at);
}
