package dev.selfsame.server.api.portal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where requests come from, as failed sign-ins are counted by it. */
final class SourceAddress {

    private static final int NETWORK_BYTES = 8;

    private SourceAddress() {}

    /** An address of version 4, or the network of one of version 6, whose owner has all of it. */
    static String of(String remoteAddress) {
        try {
            return InetAddress.ofLiteral(remoteAddress) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : remoteAddress;
        } catch (IllegalArgumentException _) {
            return remoteAddress;
        }
    }
}
