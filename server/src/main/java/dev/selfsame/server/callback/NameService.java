package dev.selfsame.server.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What tells the addresses of a name: the system's, or one that a test makes up. */
@FunctionalInterface
interface NameService {

    /** The system's own. */
    NameService SYSTEM = InetAddress::getAllByName;

    /** All addresses of a name, or the one of a literal address. */
    InetAddress[] addresses(String host) throws UnknownHostException;
}
