package dev.selfsame.server.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A name leads to an address that must not be called. */
final class AddressNotAllowedException extends UnknownHostException {

    private static final long serialVersionUID = 1;

    AddressNotAllowedException(InetAddress address) {
        super(
                "its name leads to "
                        + address.getHostAddress()
                        + ", which is neither public nor in selfsame.callback.allowed-networks");
    }
}
